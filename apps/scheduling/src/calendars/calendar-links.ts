import type { CalendarLink, CalendarLinkId, Caller, CharityId, CuratorId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** Whose a link is: a curator's, or somebody's of the team. */
export type Holder = { readonly curatorId: CuratorId } | { readonly memberId: string };

interface Row {
  readonly linkId: CalendarLinkId;
  readonly curatorId: CuratorId | null;
  readonly madeAt: Date;
  readonly lastReadAt: Date | null;
}

const columns = `link_id AS "linkId", curator_id AS "curatorId", made_at AS "madeAt", last_read_at AS "lastReadAt"`;
const theirs = 'charity_id = $1 AND (curator_id = $2 OR member_id = $3)';
const live = `${theirs} AND ended_at IS NULL`;
/** To the hour: often enough to see that a link is used, and no write a minute for each calendar there is. */
const noteRead = `
  UPDATE calendar_link SET last_read_at = baton.now()
   WHERE charity_id = $1 AND link_id = $2 AND coalesce(last_read_at < baton.now() - interval '1 hour', true)`;

/**
 * Secret links that calendars subscribe to. The token of one is derived from its id with a key of ours, so that it can be shown again;
 * here is only a keyed digest of it. One that was ended is remembered, so that its id, made anew, does not open the old link again.
 */
@Injectable()
export class CalendarLinks {
  constructor(private readonly vault: Vault) {}

  async list(tx: Tx, holder: Holder): Promise<CalendarLink[]> {
    const rows = await tx.query<Row>(
      `SELECT ${columns} FROM calendar_link WHERE ${live} ORDER BY made_at DESC, link_id`,
      [tx.charityId, ...idsOf(holder)],
    );
    return Promise.all(rows.map((row) => this.present(tx.charityId, row)));
  }

  /** Whoever the holder is cannot make two at once: their links are counted under a lock. */
  async make(
    tx: Tx,
    linkId: CalendarLinkId,
    holder: Holder,
    most: number,
  ): Promise<CalendarLink | 'enough' | 'another'> {
    const who = Object.values(holder)[0];
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${tx.charityId} calendars of ${who}`,
    ]);
    const links = await this.list(tx, holder);
    const known = links.find((link) => link.linkId === linkId);
    if (known) return known;
    if (links.length >= most) return 'enough';
    const digest = await this.digestOf(tx.charityId, await this.tokenOf(tx.charityId, linkId));
    const made = await tx.query<Row>(
      `INSERT INTO calendar_link (charity_id, link_id, curator_id, member_id, token_fingerprint)
       VALUES ($1, $4, $2, $3, $5) ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [tx.charityId, ...idsOf(holder), linkId, digest],
    );
    return made[0] ? this.present(tx.charityId, made[0]) : 'another';
  }

  async end(tx: Tx, linkId: CalendarLinkId, holder: Holder): Promise<void> {
    await tx.query(`UPDATE calendar_link SET ended_at = baton.now() WHERE ${live} AND link_id = $4`, [
      tx.charityId,
      ...idsOf(holder),
      linkId,
    ]);
  }

  /** All of somebody whose part is over. */
  async endAll(tx: Tx, holder: Holder): Promise<void> {
    await tx.query(`DELETE FROM calendar_link WHERE ${theirs}`, [tx.charityId, ...idsOf(holder)]);
  }

  /** Whose calendar a link opens. Undefined where it opens nothing. */
  async open(tx: Tx, token: string): Promise<{ readonly curatorId: CuratorId | null } | undefined> {
    const [link] = await tx.query<Row>(
      `SELECT ${columns} FROM calendar_link WHERE charity_id = $1 AND token_fingerprint = $2 AND ended_at IS NULL`,
      [tx.charityId, await this.digestOf(tx.charityId, token)],
    );
    if (link) await tx.query(noteRead, [tx.charityId, link.linkId]);
    return link;
  }

  private async present(charityId: CharityId, row: Row): Promise<CalendarLink> {
    return {
      linkId: row.linkId,
      whose: row.curatorId ? 'mine' : 'team',
      token: await this.tokenOf(charityId, row.linkId),
      madeAt: row.madeAt.toISOString(),
      lastReadAt: row.lastReadAt?.toISOString() ?? null,
    };
  }

  private async tokenOf(charityId: CharityId, linkId: CalendarLinkId): Promise<string> {
    return (await this.vault.fingerprint(charityId, 'calendar link', linkId)).toString('base64url');
  }

  private digestOf(charityId: CharityId, token: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'calendar token', token);
  }
}

const idsOf = (holder: Holder): [curatorId: string | null, memberId: string | null] =>
  'curatorId' in holder ? [holder.curatorId, null] : [null, holder.memberId];

export function holderOf(caller: Caller): Holder | undefined {
  if (caller.kind === 'curator') return { curatorId: caller.curatorId };
  return caller.kind === 'staff' ? { memberId: caller.memberId } : undefined;
}
