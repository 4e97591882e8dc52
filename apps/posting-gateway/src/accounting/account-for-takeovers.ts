import {
  accept,
  type accountForTakeovers,
  type InputOf,
  type OutputOf,
  type ResultOf,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { spentByKind } from '../costs/read-costs.js';
import { checksOf } from './checks-of.js';
import { takeoversAskedFor } from './takeovers-asked-for.js';

type Account = OutputOf<typeof accountForTakeovers>;

/** Figures alone: what was written, and by whom, is for those who review it. */
@Injectable()
export class AccountForTakeovers implements Handles<typeof accountForTakeovers> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(asked: InputOf<typeof accountForTakeovers>): Promise<ResultOf<typeof accountForTakeovers>> {
    return this.database.inCharity(asked.charityId, async (tx) => {
      const ids = await takeoversAskedFor(tx, asked);
      if (!ids) return refuse('notFound');
      const byKind = await spentByKind(tx, ids);
      return accept({
        takeovers: ids.length,
        posts: await postsOf(tx, ids),
        checks: await checksOf(tx, ids),
        switchUses: await switchUsesIn(tx, ids),
        costs: { microUsd: byKind.reduce((sum, { microUsd }) => sum + microUsd, 0), byKind },
      });
    });
  }
}

const postsOf = (tx: Tx, ids: readonly TakeoverId[]): Promise<Account['posts']> =>
  tx.query(
    `SELECT state, count(*)::int AS posts FROM post
      WHERE charity_id = $1 AND takeover_id = ANY($2) AND author = 'curator' GROUP BY state ORDER BY 2 DESC, 1`,
    [tx.charityId, ids],
  );

/** A use at the very moment of the end is why it ended, so it counts. */
async function switchUsesIn(tx: Tx, ids: readonly TakeoverId[]): Promise<Account['switchUses']> {
  const rows = await tx.query<Omit<Account['switchUses'][number], 'at'> & { at: Date }>(
    `SELECT number AS proof, mode, at, cardinality(stopped) AS stopped, cardinality(already_out) AS "alreadyOut",
            cardinality(unknown) AS unknown
       FROM switch_proof WHERE charity_id = $1 AND EXISTS (
              SELECT 1 FROM takeover t WHERE t.charity_id = $1 AND t.takeover_id = ANY($2)
                 AND switch_proof.at >= coalesce(t.opened_at, t.opens_at)
                 AND switch_proof.at <= coalesce(t.closed_at, t.closes_at))
      ORDER BY number`,
    [tx.charityId, ids],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
