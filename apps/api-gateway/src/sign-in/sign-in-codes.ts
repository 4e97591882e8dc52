import { randomInt } from 'node:crypto';
import { PersonId, platformId, type SessionId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { decideMailing } from './decide-mailing.js';
import { hashOf, newSecret } from './secret.js';

export const codeLifeMinutes = 15;

/** For whom a code is made. */
export interface AskedFor {
  readonly addressFingerprint: Buffer;
  /** Nobody, where nobody has the address: the code is made all the same and mailed to nobody. */
  readonly personId: PersonId | undefined;
  readonly ticketHash: Buffer;
  /** The remembered device that asked: it is counted apart from everybody else. */
  readonly deviceId?: string | undefined;
  /** The session that wants to take a big step; undefined for signing in. */
  readonly forSession?: SessionId | undefined;
}

export interface MadeCode {
  readonly code: string;
  /** What the link in the mail carries. */
  readonly link: string;
}

/**
 * Codes and links for staff. Kept are a keyed digest of the code and a hash of the link; either works once, for fifteen
 * minutes. A code works with its ticket only, and dies after five wrong tries with that ticket. A wrong try is counted in a
 * transaction of its own, since the answer is a refusal.
 */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Makes a code, in the caller's transaction; undefined where too many were made lately. Those who ask at once are counted one by one. */
  async make(tx: Tx, asked: AskedFor): Promise<MadeCode | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      asked.addressFingerprint.toString('hex'),
    ]);
    const purpose = [platformId, asked.addressFingerprint, asked.deviceId ?? null, asked.forSession != null];
    const [lately] = await tx.query<{ inTheLastHour: number; stillLive: number }>(mailedLately, purpose);
    if (!lately || decideMailing(lately) === 'leave') return undefined;
    const made = { code: String(randomInt(100_000_000)).padStart(8, '0'), link: newSecret() };
    await tx.query(
      `INSERT INTO sign_in_code (charity_id, address_fingerprint, person_id, device_id, for_session, ticket_hash,
                                 code_fingerprint, link_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, baton.now() + make_interval(mins => $9))`,
      [
        platformId,
        asked.addressFingerprint,
        asked.personId ?? null,
        asked.deviceId ?? null,
        asked.forSession ?? null,
        asked.ticketHash,
        await this.fingerprintOf(asked.ticketHash, made.code),
        hashOf(made.link),
        codeLifeMinutes,
      ],
    );
    return made;
  }

  /** Uses a code up. Undefined where it is wrong, old, used, tried too often or another's; which one is nobody's business. */
  async use(offer: {
    ticket: string;
    code: string;
    forSession?: SessionId | undefined;
  }): Promise<PersonId | undefined> {
    const ticketHash = hashOf(offer.ticket);
    const offered = await this.fingerprintOf(ticketHash, offer.code);
    return this.database.inCharity(platformId, async (tx) => {
      const live = await tx.query<LiveCode>(liveCodesOf, [platformId, ticketHash, offer.forSession ?? null]);
      const right = live.find(({ code_fingerprint }) => offered.equals(code_fingerprint));
      if (right?.person_id) return this.useUp(tx, right);
      await tx.query(countTry, [platformId, live.map(({ id }) => id)]);
      return undefined;
    });
  }

  /** Uses a link up. A link that confirms a big step does not exist. */
  async useLink(link: string): Promise<PersonId | undefined> {
    return this.database.inCharity(platformId, async (tx) => {
      const [live] = await tx.query<LiveCode>(liveCodeOfLink, [platformId, hashOf(link)]);
      return live?.person_id ? this.useUp(tx, live) : undefined;
    });
  }

  /** Whoever has signed in needs none of the other mails any more. */
  private async useUp(tx: Tx, code: LiveCode): Promise<PersonId> {
    await tx.query(markUsed, [platformId, code.address_fingerprint, code.for_session]);
    return PersonId.parse(code.person_id);
  }

  private fingerprintOf(ticketHash: Buffer, code: string): Promise<Buffer> {
    return this.vault.fingerprint(platformId, 'sign-in code', `${ticketHash.toString('hex')}:${code}`);
  }
}

interface LiveCode {
  readonly id: string;
  readonly person_id: string | null;
  readonly address_fingerprint: Buffer;
  readonly for_session: string | null;
  readonly code_fingerprint: Buffer;
}

const isLive = 'used_at IS NULL AND expires_at > baton.now()';
const mailedLately = `
  SELECT count(*)::int AS "inTheLastHour", (count(*) FILTER (WHERE ${isLive}))::int AS "stillLive" FROM sign_in_code
   WHERE charity_id = $1 AND address_fingerprint = $2 AND device_id IS NOT DISTINCT FROM $3
     AND (for_session IS NOT NULL) = $4 AND made_at > baton.now() - interval '1 hour'`;
const liveCode = 'SELECT id, person_id, address_fingerprint, for_session, code_fingerprint FROM sign_in_code';
/** Locks the rows: two tries at once are two tries. One ticket may have several: mails overtake each other. */
const liveCodesOf = `${liveCode}
   WHERE charity_id = $1 AND ticket_hash = $2 AND for_session IS NOT DISTINCT FROM $3 AND tries_left > 0 AND ${isLive}
   ORDER BY id FOR UPDATE`;
const liveCodeOfLink = `${liveCode}
   WHERE charity_id = $1 AND link_hash = $2 AND for_session IS NULL AND ${isLive} FOR UPDATE`;
const markUsed = `
  UPDATE sign_in_code SET used_at = baton.now()
   WHERE charity_id = $1 AND address_fingerprint = $2 AND for_session IS NOT DISTINCT FROM $3 AND ${isLive}`;
const countTry = 'UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE charity_id = $1 AND id = ANY($2)';
