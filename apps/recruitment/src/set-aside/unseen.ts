import type { Tx } from '@baton/persistence';

/** How many forms are set aside that nobody of the team has looked at. */
export async function countUnseen(tx: Tx): Promise<number> {
  const [counted] = await tx.query<{ forms: number }>(
    'SELECT count(*)::int AS forms FROM set_aside_application WHERE charity_id = $1 AND looked_at IS NULL',
    [tx.charityId],
  );
  return counted?.forms ?? 0;
}

/** The team is told of all of them now; from then on each has its days. */
export async function noteTold(tx: Tx): Promise<void> {
  await tx.query(
    'UPDATE set_aside_application SET told_at = baton.now() WHERE charity_id = $1 AND told_at IS NULL',
    [tx.charityId],
  );
}
