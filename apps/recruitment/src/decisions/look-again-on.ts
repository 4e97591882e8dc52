import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { keptFor } from '../retention/kept-for.js';

const set = `
  UPDATE application SET look_again_at = day.begins
    FROM (SELECT $3::date::timestamp AT TIME ZONE coalesce(
            (SELECT zone FROM charity WHERE charity_id = $1), 'UTC') AS begins) AS day
   WHERE charity_id = $1 AND application_id = $2
     AND day.begins > baton.now() AND day.begins < baton.now() + make_interval(days => $4)
  RETURNING 1`;

/** The day begins by the charity's clock. False where it does not lie ahead, or the application would be gone by then. */
export async function lookAgainOn(tx: Tx, applicationId: ApplicationId, day: string): Promise<boolean> {
  const { declinedDays } = await keptFor(tx);
  return (await tx.query(set, [tx.charityId, applicationId, day, declinedDays])).length > 0;
}
