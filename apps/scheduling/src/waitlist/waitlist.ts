import type { CuratorId, OutputOf, viewMyWaiting } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Waiting = NonNullable<OutputOf<typeof viewMyWaiting>['waitlist']>;

interface WaitingRow extends Omit<Waiting, 'joinedAt'> {
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly joinedAt: Date;
}

const inOrder = `
  SELECT curator_id AS "curatorId", pen_name AS "penName", from_on::text AS from, until_on::text AS until, weekdays,
         joined_at AS "joinedAt", (row_number() OVER (ORDER BY joined_at, curator_id))::int AS place
    FROM waitlist JOIN curator USING (charity_id, curator_id) WHERE charity_id = $1`;

/** Everybody who waits, in the order in which they are asked. */
export async function everybodyWaiting(tx: Tx) {
  const rows = await tx.query<WaitingRow>(`${inOrder} ORDER BY place`, [tx.charityId]);
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }));
}

export async function waitingOf(tx: Tx, curatorId: CuratorId): Promise<Waiting | undefined> {
  const rows = await tx.query<WaitingRow>(`SELECT * FROM (${inOrder}) AS waiting WHERE "curatorId" = $2`, [
    tx.charityId,
    curatorId,
  ]);
  return rows.map(({ curatorId: _, penName: __, ...row }) => ({
    ...row,
    joinedAt: row.joinedAt.toISOString(),
  }))[0];
}

/** Whoever has a slot waits no more. True where they did. */
export async function stopWaiting(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  const left = await tx.query(
    'DELETE FROM waitlist WHERE charity_id = $1 AND curator_id = $2 RETURNING curator_id',
    [tx.charityId, curatorId],
  );
  return left.length > 0;
}
