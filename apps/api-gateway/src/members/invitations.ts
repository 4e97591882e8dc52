import { type CharityId, InvitationId, MemberId, type Refusal, refuse, StaffRole } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { decideAcceptance, type InvitationAsKept } from './decide-acceptance.js';
import { roleOf } from './role-of.js';

export const invitationDays = 7;
/** An invitation can be sent again for a while after its link has ended; then its address is forgotten. */
const keptAfterDays = 30;
/** Over its whole life, so often one invitation is mailed. */
const mostMails = 5;
/** How many invitations a charity makes, and for one address, within a day. */
const perDay = { charity: 50, address: 3 };

export interface Invitation extends InvitationAsKept {
  readonly invitationId: InvitationId;
  /** Null where the operator invited. */
  readonly invitedBy: MemberId | null;
  readonly invitedAt: Date;
  readonly addressFingerprint: Buffer;
  /** Sealed; gone once the invitation is no longer open. */
  readonly email: Buffer | null;
  /** The database's time at the reading. */
  readonly now: Date;
}

export interface NewInvitation {
  readonly invitationId: InvitationId;
  readonly email: string;
  readonly addressFingerprint: Buffer;
  readonly role: StaffRole;
  readonly invitedBy: MemberId | null;
  readonly tokenHash: Buffer;
}

type Row = Record<'invitation_id' | 'role', string> &
  Record<'invited_at' | 'expires_at' | 'now', Date> & {
    readonly state: Invitation['state'];
    readonly invited_by: string | null;
    readonly email_fingerprint: Buffer;
    readonly email_sealed: Buffer | null;
  };

const select = `
  SELECT invitation_id, role, state, invited_by, invited_at, expires_at, email_fingerprint, email_sealed,
         baton.now() AS now FROM invitation WHERE charity_id = $1`;

/** A charity's invitations. */
@Injectable()
export class Invitations {
  constructor(private readonly vault: Vault) {}

  fingerprint(charityId: CharityId, email: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'invited address', email);
  }

  async open(tx: Tx): Promise<Invitation[]> {
    const sql = `${select} AND state = 'open' ORDER BY invited_at, invitation_id`;
    return (await tx.query<Row>(sql, [tx.charityId])).map(invitationOf);
  }

  /** Locked until the transaction ends: of two who would change it, one waits. */
  async byId(tx: Tx, invitationId: InvitationId): Promise<Invitation | undefined> {
    const [row] = await tx.query<Row>(`${select} AND invitation_id = $2 FOR UPDATE`, [
      tx.charityId,
      invitationId,
    ]);
    return row && invitationOf(row);
  }

  /** The invitation a token is for, locked, or why it lets nobody in. */
  async good(
    tx: Tx,
    tokenHash: Buffer,
  ): Promise<Invitation | Refusal<'notFound' | Exclude<ReturnType<typeof decideAcceptance>, 'good'>>> {
    const [row] = await tx.query<Row>(`${select} AND token_hash = $2 FOR UPDATE`, [tx.charityId, tokenHash]);
    if (!row) return refuse('notFound', { message: unknown });
    const invitation = invitationOf(row);
    const { invitedBy, now } = invitation;
    const giver = invitedBy ? await roleOf(tx, invitedBy) : 'operator';
    const decision = decideAcceptance(invitation, giver, now);
    return decision === 'good' ? invitation : refuse(decision);
  }

  /** Whether that id is new. An address that has another open invitation violates `invited_already`. */
  async add(tx: Tx, invitation: NewInvitation): Promise<boolean> {
    const { invitationId, email, addressFingerprint, role, invitedBy, tokenHash } = invitation;
    const sealed = await this.vault.seal(tx, ownerOf(invitationId), 'email', email);
    const added = await tx.query(
      `INSERT INTO invitation (charity_id, invitation_id, token_hash, email_sealed, email_fingerprint, role, invited_by,
                               expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, baton.now() + make_interval(days => $8))
       ON CONFLICT (charity_id, invitation_id) DO NOTHING RETURNING invitation_id`,
      [tx.charityId, invitationId, tokenHash, sealed, addressFingerprint, role, invitedBy, invitationDays],
    );
    return added.length > 0;
  }

  /** Whether a mail more, to this address or from this charity, would be too many for a day. */
  async areTooMany(tx: Tx, addressFingerprint: Buffer): Promise<boolean> {
    // Two at once take turns, or both would find room for one more.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`invitations/${tx.charityId}`]);
    const [count] = await tx.query<{ charity: number; address: number }>(
      `SELECT count(*)::int AS charity, count(*) FILTER (WHERE email_fingerprint = $2)::int AS address FROM invitation
        WHERE charity_id = $1 AND invited_at > baton.now() - interval '1 day'`,
      [tx.charityId, addressFingerprint],
    );
    return !count || count.charity >= perDay.charity || count.address >= perDay.address;
  }

  /**
   * A new link for another seven days; the one before stops working. Undefined within some minutes of the last mail, and
   * after five mails.
   */
  async renew(tx: Tx, invitationId: InvitationId, tokenHash: Buffer): Promise<Date | undefined> {
    const [row] = await tx.query<{ expires_at: Date }>(
      `UPDATE invitation
          SET token_hash = $3, mailed_at = baton.now(), mails = mails + 1, expires_at = baton.now() + make_interval(days => $4)
        WHERE charity_id = $1 AND invitation_id = $2 AND mailed_at < baton.now() - interval '5 minutes'
          AND mails < $5
        RETURNING expires_at`,
      [tx.charityId, invitationId, tokenHash, invitationDays, mostMails],
    );
    return row?.expires_at;
  }

  /** Closes it, and forgets the address. */
  async end(tx: Tx, invitationId: InvitationId, as: 'accepted' | 'withdrawn'): Promise<void> {
    await this.vault.shred(tx, ownerOf(invitationId));
    await tx.query(
      `UPDATE invitation SET state = $3, email_sealed = NULL WHERE charity_id = $1 AND invitation_id = $2`,
      [tx.charityId, invitationId, as],
    );
  }

  /** Closes what nobody took, and forgets the addresses. */
  async forgetOld(tx: Tx): Promise<void> {
    const old = await tx.query<{ invitation_id: string }>(
      `SELECT invitation_id FROM invitation
        WHERE charity_id = $1 AND state = 'open' AND expires_at < baton.now() - make_interval(days => $2)
          FOR UPDATE SKIP LOCKED`,
      [tx.charityId, keptAfterDays],
    );
    for (const { invitation_id } of old) await this.end(tx, InvitationId.parse(invitation_id), 'withdrawn');
  }

  async addressOf(tx: Tx, { invitationId, email }: Invitation): Promise<string> {
    if (!email) throw new Error('this invitation is no longer open, so its address has been forgotten');
    return this.vault.open(tx, ownerOf(invitationId), 'email', email);
  }
}

const unknown =
  'This invitation does not work. Please use the whole link from the mail, or ask for a new one.';

const ownerOf = (invitationId: InvitationId): string => `invitation:${invitationId}`;

const invitationOf = (row: Row): Invitation => ({
  invitationId: InvitationId.parse(row.invitation_id),
  role: StaffRole.parse(row.role),
  state: row.state,
  invitedBy: row.invited_by === null ? null : MemberId.parse(row.invited_by),
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
  addressFingerprint: row.email_fingerprint,
  email: row.email_sealed,
  now: row.now,
});
