import type { CuratorId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What recruitment remembers of weekends it was told of, so that no mail speaks of one that is off or over. */
export interface HeardTakeover {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** One that was heard to be over stays over. */
export async function heardScheduled(tx: Tx, takeover: HeardTakeover): Promise<void> {
  const { takeoverId, curatorId, opensAt, closesAt } = takeover;
  await tx.query(
    `INSERT INTO heard_takeover (charity_id, takeover_id, curator_id, opens_at, closes_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (charity_id, takeover_id) DO NOTHING`,
    [tx.charityId, takeoverId, curatorId, opensAt, closesAt],
  );
}

/** What is over stays over. */
export async function heardMoved(tx: Tx, { takeoverId, opensAt, closesAt }: HeardTakeover): Promise<void> {
  await tx.query(
    `UPDATE heard_takeover SET opens_at = $3, closes_at = $4
      WHERE charity_id = $1 AND takeover_id = $2 AND state <> 'over'`,
    [tx.charityId, takeoverId, opensAt, closesAt],
  );
}

export async function heardOpened(tx: Tx, takeoverId: TakeoverId): Promise<void> {
  await tx.query(
    `UPDATE heard_takeover SET state = 'open'
      WHERE charity_id = $1 AND takeover_id = $2 AND state = 'scheduled'`,
    [tx.charityId, takeoverId],
  );
}

/** Over, or off before it began. When it was to be. */
export async function heardClosed(
  tx: Tx,
  takeoverId: TakeoverId,
): Promise<{ opensAt: string; closesAt: string } | undefined> {
  const [window] = await tx.query<{ opensAt: Date; closesAt: Date }>(
    `UPDATE heard_takeover SET state = 'over' WHERE charity_id = $1 AND takeover_id = $2
     RETURNING opens_at AS "opensAt", closes_at AS "closesAt"`,
    [tx.charityId, takeoverId],
  );
  return window && { opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() };
}

/** Booked, and neither off nor over by the clock. */
export async function isStillAhead(tx: Tx, takeoverId: TakeoverId): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM heard_takeover
      WHERE charity_id = $1 AND takeover_id = $2 AND state <> 'over' AND closes_at > baton.now()`,
    [tx.charityId, takeoverId],
  );
  return found.length > 0;
}

/** Whether its window begins then, and ends then where that is asked; one that was moved has another. */
export async function hasWindow(
  tx: Tx,
  takeoverId: TakeoverId,
  { opensAt, closesAt }: { readonly opensAt: string; readonly closesAt?: string | undefined },
): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM heard_takeover
      WHERE charity_id = $1 AND takeover_id = $2 AND opens_at = $3 AND closes_at = coalesce($4, closes_at)`,
    [tx.charityId, takeoverId, opensAt, closesAt ?? null],
  );
  return found.length > 0;
}

/** Whether its curator has booked or had none that is later; one that was off before it began counts as booked. */
export async function wasTheirLast(tx: Tx, takeoverId: TakeoverId): Promise<boolean> {
  const later = await tx.query(
    `SELECT FROM heard_takeover this JOIN heard_takeover other USING (charity_id, curator_id)
      WHERE charity_id = $1 AND this.takeover_id = $2 AND other.opens_at > this.opens_at LIMIT 1`,
    [tx.charityId, takeoverId],
  );
  return later.length === 0;
}
