import { longestPauseDays } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Nine in the morning on the charity's clock, as the database knows zones. */
const untilMorning = `
  SELECT extract(epoch FROM (($2::date + time '09:00') AT TIME ZONE zone) - baton.now())::float8 AS seconds,
         $2::date > (baton.now() AT TIME ZONE zone)::date
           AND $2::date <= (baton.now() AT TIME ZONE zone)::date + $3::int AS "isAhead"
    FROM charity WHERE charity_id = $1`;

/** In how many seconds the morning of a day is; `badDay` where it is not ahead, or too far. */
export async function reminderInSeconds(tx: Tx, day: string): Promise<number | 'badDay'> {
  const [until] = await tx.query<{ seconds: number; isAhead: boolean }>(untilMorning, [
    tx.charityId,
    day,
    longestPauseDays,
  ]);
  return until?.isAhead ? until.seconds : 'badDay';
}
