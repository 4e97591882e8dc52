import { randomInt, randomUUID } from 'node:crypto';
import type { CharityId, MemberId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

const lifeMinutes = 15;
/** More requests than this in an hour are answered like any other and send nothing: no mail bombing. */
const mostPerHour = 5;

/**
 * Eight-digit codes for staff. Only a keyed fingerprint is kept; a code works once, for fifteen minutes, and dies
 * after five wrong tries. A wrong try is counted in a transaction of its own, since the answer is a refusal.
 */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Makes a code and queues its mail, in the caller's transaction. Holds the member's row: requests are counted one by one. */
  async mail(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.query('SELECT FROM member WHERE charity_id = $1 AND member_id = $2 FOR UPDATE', [
      tx.charityId,
      memberId,
    ]);
    const [recent] = await tx.query<{ made: string }>(
      `SELECT count(*) AS made FROM sign_in_code
        WHERE charity_id = $1 AND member_id = $2 AND made_at > baton.now() - interval '1 hour'`,
      [tx.charityId, memberId],
    );
    if (Number(recent?.made) >= mostPerHour) return;
    const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
    await tx.query(
      `INSERT INTO sign_in_code (charity_id, member_id, code_fingerprint, expires_at)
       VALUES ($1, $2, $3, baton.now() + make_interval(mins => $4))`,
      [tx.charityId, memberId, await this.fingerprintOf(tx.charityId, memberId, code), lifeMinutes],
    );
    await tx.query(
      'INSERT INTO mail_queue (charity_id, mail_id, member_id, code_sealed) VALUES ($1, $2, $3, $4)',
      [tx.charityId, randomUUID(), memberId, await this.vault.seal(tx, `member:${memberId}`, 'code', code)],
    );
  }

  /** Uses a code up. Undefined where it is wrong, old, used or tried too often; which one is nobody's business. */
  async use(attempt: { charityId: CharityId; email: string; code: string }): Promise<Signing | undefined> {
    const email = await this.vault.fingerprint(attempt.charityId, 'member email', attempt.email);
    return this.database.inCharity(attempt.charityId, async (tx) => {
      const live = await tx.query<LiveCode>(liveCodesOf, [tx.charityId, email]);
      const [member] = live;
      if (!member) return undefined;
      const offered = await this.fingerprintOf(tx.charityId, member.member_id, attempt.code);
      const right = live.some(({ code_fingerprint }) => offered.equals(code_fingerprint));
      await tx.query(right ? markUsed : countTry, [tx.charityId, live.map(({ id }) => id)]);
      return right ? { memberId: member.member_id, role: member.role } : undefined;
    });
  }

  private fingerprintOf(charityId: CharityId, memberId: string, code: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'sign-in code', `${memberId}:${code}`);
  }
}

export interface Signing {
  readonly memberId: string;
  readonly role: string;
}

interface LiveCode {
  readonly id: string;
  readonly member_id: string;
  readonly role: string;
  readonly code_fingerprint: Buffer;
}

/**
 * Every code that would still do: mails overtake each other, and a tired person takes the one they see. Signing in uses all
 * of them up, and a wrong try counts against all of them. Locks the rows: two tries at once are two tries.
 */
const liveCodesOf = `
  SELECT c.id, c.member_id, m.role, c.code_fingerprint
    FROM member m JOIN sign_in_code c USING (charity_id, member_id)
   WHERE m.charity_id = $1 AND m.email_fingerprint = $2
     AND c.used_at IS NULL AND c.tries_left > 0 AND c.expires_at > baton.now()
   ORDER BY c.id FOR UPDATE OF c`;
const markUsed = 'UPDATE sign_in_code SET used_at = baton.now() WHERE charity_id = $1 AND id = ANY($2)';
const countTry = 'UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE charity_id = $1 AND id = ANY($2)';
