import type { AccountId, CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { LimitPeriod, LimitReading } from '../x/read-limits.js';

/**
 * A limit of X on an account. `publishing` and `deleting`: of an endpoint in 15 minutes. `postsToday` and `repliesToday`: of
 * the user in a day, which X counts apart. `appToday`: of the charity's developer app in a day.
 */
export type LimitName = 'publishing' | 'deleting' | 'postsToday' | 'repliesToday' | 'appToday';

export interface KnownLimit {
  readonly name: LimitName;
  readonly remaining: number;
  /** By the database's clock. */
  readonly resetsAt: Date;
}

/** What X was asked, as its limits count it. */
export type CountedCall = 'post' | 'reply' | 'deletion';

const limitOf: Readonly<Record<CountedCall, Readonly<Record<LimitPeriod, LimitName | null>>>> = {
  post: { window: 'publishing', appDay: 'appToday', userDay: 'postsToday' },
  reply: { window: 'publishing', appDay: 'appToday', userDay: 'repliesToday' },
  deletion: { window: 'deleting', appDay: 'appToday', userDay: null },
};

const note = `
  INSERT INTO x_limit AS known (charity_id, account_id, name, allowed, remaining, resets_at)
  SELECT $1, $2, name, allowed, remaining, baton.now() + resets_in_ms * interval '1 ms'
    FROM unnest($3::text[], $4::int[], $5::int[], $6::bigint[]) AS told (name, allowed, remaining, resets_in_ms)
   ORDER BY name
  ON CONFLICT (charity_id, account_id, name) DO UPDATE
     SET allowed = excluded.allowed, resets_at = excluded.resets_at,
         remaining = CASE WHEN known.name = 'deleting'
                           AND abs(extract(epoch FROM known.resets_at - excluded.resets_at)) < 60
                          THEN least(known.remaining, excluded.remaining) ELSE excluded.remaining END`;

/**
 * X's limits as its answers told them, for every replica to see. Posts of an account go one at a time, so the last answer is
 * right. Deletions go several at once and their answers may overtake each other: the least of a window is believed.
 */
@Injectable()
export class XLimits {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Never throws: what became of the call is known by now, and must not be lost over this. */
  async note(
    charityId: CharityId,
    accountId: AccountId,
    call: CountedCall,
    readings: readonly LimitReading[],
  ): Promise<void> {
    const told = readings.flatMap((reading) => {
      const name = limitOf[call][reading.period];
      return name ? [{ ...reading, name }] : [];
    });
    if (told.length === 0) return;
    const columns = [
      told.map(({ name }) => name),
      told.map(({ allowed }) => allowed),
      told.map(({ remaining }) => remaining),
      told.map(({ resetsInMs }) => Math.max(0, resetsInMs)),
    ];
    await this.database
      .inCharity(charityId, (tx) => tx.query(note, [charityId, accountId, ...columns]))
      .catch((error: unknown) => this.log.fault('note limits of X', error, { accountId }));
  }
}

export const limitsOf = (tx: Tx, accountId: AccountId): Promise<KnownLimit[]> =>
  tx.query(
    `SELECT name, remaining, resets_at AS "resetsAt" FROM x_limit WHERE charity_id = $1 AND account_id = $2`,
    [tx.charityId, accountId],
  );
