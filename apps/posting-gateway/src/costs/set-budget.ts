import { accept, type InputOf, type ResultOf, type setBudget, type TakeoverId } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { Lanes } from '../publishing/lanes.js';
import { noteSoftLimit } from './note-soft-limit.js';
import { readBudget } from './read-costs.js';

/** What waited for the former limit is looked at again, and waits on where that is still too low. */
@Injectable()
export class SetBudget implements Handles<typeof setBudget> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  handle(
    { charityId, softMicroUsd, hardMicroUsd }: InputOf<typeof setBudget>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setBudget>> {
    return this.database.inCharity(charityId, async (tx) => {
      await this.lanes.wakeAll(tx);
      const before = await readBudget(tx);
      if (before.softMicroUsd !== softMicroUsd || before.hardMicroUsd !== hardMicroUsd) {
        await tx.query(
          `INSERT INTO budget (charity_id, soft_micro_usd, hard_micro_usd) VALUES ($1, $2, $3)
           ON CONFLICT (charity_id) DO UPDATE
              SET soft_micro_usd = excluded.soft_micro_usd, hard_micro_usd = excluded.hard_micro_usd`,
          [charityId, softMicroUsd, hardMicroUsd],
        );
        await tx.query('UPDATE post SET over_budget = false WHERE over_budget');
        for (const takeoverId of await takeoversNotOver(tx)) {
          await noteSoftLimit(tx, this.config.X_PRICES, takeoverId);
        }
        const details = { soft: softMicroUsd ?? 'none', hard: hardMicroUsd ?? 'none' };
        await noteInAudit(tx, { by: caller, action: 'budget.set', details });
      }
      return accept({ softMicroUsd, hardMicroUsd });
    });
  }
}

async function takeoversNotOver(tx: Tx): Promise<TakeoverId[]> {
  const takeovers = await tx.query<{ takeoverId: TakeoverId }>(
    `SELECT takeover_id AS "takeoverId" FROM takeover WHERE charity_id = $1 AND closed_at IS NULL ORDER BY takeover_id`,
    [tx.charityId],
  );
  return takeovers.map(({ takeoverId }) => takeoverId);
}
