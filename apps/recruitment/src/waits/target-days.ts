import type { Tx } from '@baton/persistence';

const targetDaysByDefault = 3;

/** Within how many days the charity means to look at an application. */
export async function targetDays(tx: Tx): Promise<number> {
  const [set] = await tx.query<{ days: number }>(
    'SELECT target_days AS days FROM screening WHERE charity_id = $1',
    [tx.charityId],
  );
  return set?.days ?? targetDaysByDefault;
}
