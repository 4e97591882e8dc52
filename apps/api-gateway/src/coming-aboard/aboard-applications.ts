import { CharityId, MemberId, platformId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface AboardApplication {
  readonly charityId: CharityId;
  /** The owner-to-be's id, fixed from the beginning: approving twice makes one owner. */
  readonly ownerMemberId: MemberId;
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
  readonly registrationNumber: string;
  readonly state: 'unconfirmed' | 'waiting' | 'approved' | 'declined';
  readonly contact: Buffer | null;
  readonly confirmedAt: Date | null;
  readonly now: Date;
}

export interface NewAboardApplication
  extends Pick<
    AboardApplication,
    'charityId' | 'ownerMemberId' | 'name' | 'slug' | 'zone' | 'registrationNumber'
  > {
  readonly contactEmail: string;
  readonly contactFingerprint: Buffer;
  readonly tokenHash: Buffer;
}

/** How long a link holds, and with it what an unconfirmed stranger has typed. */
const linkHours = 24;
/** So many mails a day to one address, whoever asks for them. */
const mailsPerDay = 3;

type Row = Record<
  'application_id' | 'owner_member_id' | 'name' | 'slug' | 'zone' | 'registration_number',
  string
> & {
  readonly state: AboardApplication['state'];
  readonly contact_sealed: Buffer | null;
  readonly confirmed_at: Date | null;
  readonly now: Date;
};

const select = `
  SELECT application_id, owner_member_id, name, slug, zone, registration_number, state, contact_sealed, confirmed_at,
         baton.now() AS now
    FROM aboard_application WHERE charity_id = '${platformId}'`;

/** Charities on their way aboard, in the platform's tenant. */
@Injectable()
export class AboardApplications {
  constructor(private readonly vault: Vault) {}

  fingerprint(email: string): Promise<Buffer> {
    return this.vault.fingerprint(platformId, 'aboard contact', email);
  }

  /** False where the id is known already, or the address has been written to enough today: then nothing was written. */
  async add(tx: Tx, asked: NewAboardApplication): Promise<boolean> {
    // Two at once to one address take turns, or both would find room for one mail more.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `aboard/${asked.contactFingerprint.toString('hex')}`,
    ]);
    const [mailed] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM aboard_application
        WHERE charity_id = $1 AND contact_fingerprint = $2 AND applied_at > baton.now() - interval '1 day'`,
      [platformId, asked.contactFingerprint],
    );
    if ((mailed?.count ?? 0) >= mailsPerDay) return false;
    const sealed = await this.vault.seal(tx, ownerOf(asked.charityId), 'contact', asked.contactEmail);
    const { charityId, ownerMemberId, name, slug, zone, registrationNumber } = asked;
    const added = await tx.query(
      `INSERT INTO aboard_application (charity_id, application_id, owner_member_id, name, slug, zone,
                                       registration_number, contact_sealed, contact_fingerprint, token_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (charity_id, application_id) DO NOTHING RETURNING application_id`,
      [
        platformId,
        charityId,
        ownerMemberId,
        name,
        slug,
        zone,
        registrationNumber,
        sealed,
        asked.contactFingerprint,
        asked.tokenHash,
      ],
    );
    return added.length > 0;
  }

  /** Confirms the address a link was mailed to; again, the same. Undefined where the link is wrong, old or decided about. */
  async confirm(
    tx: Tx,
    tokenHash: Buffer,
  ): Promise<(AboardApplication & { readonly isNew: boolean }) | undefined> {
    const [row] = await tx.query<Row>(
      `${select} AND token_hash = $1 AND (state = 'waiting'
          OR state = 'unconfirmed' AND applied_at > baton.now() - make_interval(hours => $2)) FOR UPDATE`,
      [tokenHash, linkHours],
    );
    if (!row) return undefined;
    const isNew = row.state === 'unconfirmed';
    if (isNew) {
      await tx.query(
        `UPDATE aboard_application SET state = 'waiting', confirmed_at = baton.now()
          WHERE charity_id = $1 AND application_id = $2`,
        [platformId, row.application_id],
      );
    }
    return { ...applicationOf(row), state: 'waiting', isNew };
  }

  async waiting(tx: Tx): Promise<AboardApplication[]> {
    const rows = await tx.query<Row>(`${select} AND state = 'waiting' ORDER BY confirmed_at, application_id`);
    return rows.map(applicationOf);
  }

  /** Locked: of two who decide at once, one waits. */
  async byId(tx: Tx, charityId: CharityId): Promise<AboardApplication | undefined> {
    const [row] = await tx.query<Row>(`${select} AND application_id = $1 FOR UPDATE`, [charityId]);
    return row && applicationOf(row);
  }

  contactOf(tx: Tx, { charityId, contact }: AboardApplication): Promise<string> {
    if (!contact) throw new Error('this application has been decided, so its contact has been forgotten');
    return this.vault.open(tx, ownerOf(charityId), 'contact', contact);
  }

  /** Notes the decision and forgets the address: an owner is a person now, and nobody else needs to be known. */
  async decide(tx: Tx, charityId: CharityId, as: 'approved' | 'declined'): Promise<void> {
    await this.vault.shred(tx, ownerOf(charityId));
    await tx.query(
      `UPDATE aboard_application SET state = $3, contact_sealed = NULL WHERE charity_id = $1 AND application_id = $2`,
      [platformId, charityId, as],
    );
  }

  /** Forgets who never confirmed within a day, and declined ones after thirty: so long somebody may ask why. */
  async forgetOld(tx: Tx): Promise<void> {
    const gone = await tx.query<{ application_id: string }>(
      `DELETE FROM aboard_application
        WHERE charity_id = $1
          AND (state = 'unconfirmed' AND applied_at < baton.now() - make_interval(hours => $2)
               OR state = 'declined' AND confirmed_at < baton.now() - interval '30 days')
        RETURNING application_id`,
      [platformId, linkHours],
    );
    for (const { application_id } of gone)
      await this.vault.shred(tx, ownerOf(CharityId.parse(application_id)));
  }
}

const ownerOf = (charityId: CharityId): string => `aboard:${charityId}`;

const applicationOf = (row: Row): AboardApplication => ({
  charityId: CharityId.parse(row.application_id),
  ownerMemberId: MemberId.parse(row.owner_member_id),
  name: row.name,
  slug: row.slug,
  zone: row.zone,
  registrationNumber: row.registration_number,
  state: row.state,
  contact: row.contact_sealed,
  confirmedAt: row.confirmed_at,
  now: row.now,
});
