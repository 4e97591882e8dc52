import type { CuratorId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A takeover that has ended is looked at anew, in a moment: something of it has gone out, or may be shown now. */
export const lookAtTakeover = (tx: Tx, takeoverId: TakeoverId): Promise<void> =>
  lookAt(tx, 'takeover_id = $2', takeoverId);

/** The same for all takeovers of a curator. */
export const lookAtTakeoversOf = (tx: Tx, curatorId: CuratorId): Promise<void> =>
  lookAt(tx, 'curator_id = $2', curatorId);

async function lookAt(tx: Tx, which: string, value: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO archive_due (charity_id, takeover_id)
     SELECT charity_id, takeover_id FROM takeover
      WHERE charity_id = $1 AND ${which} AND opened_at IS NOT NULL AND closed_at IS NOT NULL
     ON CONFLICT (charity_id, takeover_id) DO UPDATE SET due_at = baton.now()`,
    [tx.charityId, value],
  );
}
