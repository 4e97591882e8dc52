import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export async function penNamesOf(
  tx: Tx,
  curatorIds: readonly CuratorId[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ curatorId: CuratorId; penName: string }>(
    `SELECT curator_id AS "curatorId", pen_name AS "penName" FROM curator
      WHERE charity_id = $1 AND curator_id = ANY ($2::uuid[])`,
    [tx.charityId, curatorIds],
  );
  return new Map(rows.map(({ curatorId, penName }) => [curatorId, penName]));
}
