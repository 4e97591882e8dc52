import type { AccountId, CostKind, PriceList, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { noteSoftLimit } from './note-soft-limit.js';

/** Something X takes money for. Noted in the transaction in which it became known. */
export interface Cost {
  readonly accountId: AccountId;
  readonly takeoverId: TakeoverId | null;
  readonly kind: CostKind;
  readonly units: number;
}

const insert = `
  INSERT INTO cost_entry (charity_id, takeover_id, account_id, post_id, kind, units, micro_usd, prices_as_of)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (charity_id, post_id, kind) WHERE post_id IS NOT NULL DO NOTHING`;

/** Reads and uploads: as often as X was asked. */
export async function noteCost(tx: Tx, prices: PriceList, cost: Cost): Promise<void> {
  if (cost.units === 0) return;
  await note(tx, prices, cost, null);
  if (cost.takeoverId) await noteSoftLimit(tx, prices, cost.takeoverId);
}

/** A post that is out, or deleted: once, however that became known. */
export const notePostCost = (
  tx: Tx,
  prices: PriceList,
  row: Pick<PostRow, 'post_id' | 'takeover_id' | 'account_id'>,
  kind: CostKind,
): Promise<void> =>
  note(tx, prices, { accountId: row.account_id, takeoverId: row.takeover_id, kind, units: 1 }, row.post_id);

async function note(
  tx: Tx,
  { asOf, microUsd }: PriceList,
  { takeoverId, accountId, kind, units }: Cost,
  postId: PostRow['post_id'] | null,
): Promise<void> {
  await tx.query(insert, [
    ...[tx.charityId, takeoverId, accountId, postId],
    ...[kind, units, units * microUsd[kind], asOf],
  ]);
}
