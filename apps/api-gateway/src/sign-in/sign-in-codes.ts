import { randomInt } from 'node:crypto';
import type { PersonId } from '@baton/contracts';
import { signInCode } from '@baton/mail';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';
import { platformId } from '../people/platform.js';

const lifeMinutes = 15;
/** More requests than this in an hour are answered like any other and send nothing: no mail bombing. */
const mostPerHour = 5;

/** What the mail names: whose page it was asked for on, and where the code is typed in. */
export interface AskedFrom {
  readonly charity: string;
  readonly page: string;
}

/**
 * Eight-digit codes for staff. Only a keyed fingerprint is kept; a code works once, for fifteen minutes, and dies
 * after five wrong tries. A wrong try is counted in a transaction of its own, since the answer is a refusal.
 */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly people: People,
    private readonly letters: QueueLetter,
  ) {}

  /** Makes a code and queues its mail. Holds the person's row: requests are counted one by one. */
  async mail(personId: PersonId, asked: AskedFrom): Promise<void> {
    const to = await this.people.addressOf(personId);
    if (!to) return;
    await this.database.inCharity(platformId, async (tx) => {
      if (await this.isTooOften(tx, personId)) return;
      const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
      await tx.query(
        `INSERT INTO sign_in_code (charity_id, person_id, code_fingerprint, expires_at)
         VALUES ($1, $2, $3, baton.now() + make_interval(mins => $4))`,
        [platformId, personId, await this.fingerprintOf(personId, code), lifeMinutes],
      );
      await this.letters.queue(tx, { to, ...signInCode({ ...asked, code }) }, lifeMinutes);
    });
  }

  /** Uses a code up. Undefined where it is wrong, old, used or tried too often; which one is nobody's business. */
  async use({ email, code }: { email: string; code: string }): Promise<PersonId | undefined> {
    const personId = await this.people.find(email);
    if (!personId) return undefined;
    const offered = await this.fingerprintOf(personId, code);
    return this.database.inCharity(platformId, async (tx) => {
      const live = await tx.query<LiveCode>(liveCodesOf, [platformId, personId]);
      if (live.length === 0) return undefined;
      const right = live.some(({ code_fingerprint }) => offered.equals(code_fingerprint));
      await tx.query(right ? markUsed : countTry, [platformId, live.map(({ id }) => id)]);
      return right ? personId : undefined;
    });
  }

  private async isTooOften(tx: Tx, personId: PersonId): Promise<boolean> {
    await tx.query('SELECT FROM person WHERE charity_id = $1 AND person_id = $2 FOR UPDATE', [
      platformId,
      personId,
    ]);
    const [recent] = await tx.query<{ made: string }>(
      `SELECT count(*) AS made FROM sign_in_code
        WHERE charity_id = $1 AND person_id = $2 AND made_at > baton.now() - interval '1 hour'`,
      [platformId, personId],
    );
    return Number(recent?.made) >= mostPerHour;
  }

  private fingerprintOf(personId: PersonId, code: string): Promise<Buffer> {
    return this.vault.fingerprint(platformId, 'sign-in code', `${personId}:${code}`);
  }
}

interface LiveCode {
  readonly id: string;
  readonly code_fingerprint: Buffer;
}

/**
 * Every code that would still do: mails overtake each other, and a tired person takes the one they see. Signing in uses all
 * of them up, and a wrong try counts against all of them. Locks the rows: two tries at once are two tries.
 */
const liveCodesOf = `
  SELECT id, code_fingerprint FROM sign_in_code
   WHERE charity_id = $1 AND person_id = $2
     AND used_at IS NULL AND tries_left > 0 AND expires_at > baton.now()
   ORDER BY id FOR UPDATE`;
const markUsed = 'UPDATE sign_in_code SET used_at = baton.now() WHERE charity_id = $1 AND id = ANY($2)';
const countTry = 'UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE charity_id = $1 AND id = ANY($2)';
