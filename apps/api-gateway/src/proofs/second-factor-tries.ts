import { type PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hashOf } from '../sign-in/secret.js';

const mostWrong = 5;
const pauseMinutes = 15;
const remembered = 3;

/** Counts the try before it is looked at, so that many at once are many. A pause after the last one begins the count anew. */
const countTry = `
  INSERT INTO second_factor_try AS kept (charity_id, person_id, failed, failed_at) VALUES ($1, $2, 1, baton.now())
  ON CONFLICT (charity_id, person_id) DO UPDATE
     SET failed = CASE WHEN kept.failed_at < baton.now() - make_interval(mins => $4) THEN 1 ELSE kept.failed + 1 END,
         failed_at = baton.now()
   WHERE kept.failed < $3 OR kept.failed_at < baton.now() - make_interval(mins => $4)
  RETURNING failed`;
/** Takes a code unless it was taken before: one seen over a shoulder is worth nothing. */
const take = `
  UPDATE second_factor_try SET failed = 0, taken = (ARRAY[$3::bytea] || taken)[1:$4]
   WHERE charity_id = $1 AND person_id = $2 AND NOT ($3 = ANY(taken)) RETURNING person_id`;

/**
 * Five wrong tries in a row, and then a pause of a quarter of an hour, per person and not per address of the network.
 * better-auth itself counts only while somebody signs in through it.
 */
@Injectable()
export class SecondFactorTries {
  constructor(private readonly database: Database) {}

  async limited(
    personId: PersonId,
    code: string,
    isRight: () => Promise<boolean>,
  ): Promise<'right' | 'wrong' | 'tooOften'> {
    const counted = await this.ask(countTry, [platformId, personId, mostWrong, pauseMinutes]);
    if (counted === 0) return 'tooOften';
    if (!(await isRight())) return 'wrong';
    const taken = await this.ask(take, [platformId, personId, hashOf(`${personId}:${code}`), remembered]);
    return taken > 0 ? 'right' : 'wrong';
  }

  private async ask(sql: string, parameters: readonly unknown[]): Promise<number> {
    return (await this.database.inCharity(platformId, (tx) => tx.query(sql, parameters))).length;
  }
}
