import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';
import { lookKind, lookKinds, preFlightTimes } from '../pre-flight/pre-flight-times.js';
import { type Reminded, setReminders } from '../reminders/set-reminders.js';
import { dropTimers, setTimer } from '../timers/timers.js';

/**
 * What is due about a takeover besides its opening and closing: reminders, and looking ahead. Called whenever there is a new
 * one or its window is another; what was due by an earlier window is not any more.
 */
export async function setTakeoverTimers(tx: Tx, takeoverId: TakeoverId): Promise<void> {
  const [takeover] = await tx.query<Reminded>(
    `SELECT takeover_id AS "takeoverId", curator_id AS "curatorId", opens_at AS "opensAt", closes_at AS "closesAt"
       FROM takeover WHERE charity_id = $1 AND takeover_id = $2 AND state <> 'closed'`,
    [tx.charityId, takeoverId],
  );
  if (!takeover) return;
  await setReminders(tx, takeover);
  // Not those that wait for an answer: what was asked is still to be concluded.
  await dropTimers(tx, takeoverId, lookKinds);
  for (const { time, dueAt } of preFlightTimes(takeover.opensAt, await databaseNow(tx)))
    await setTimer(tx, lookKind(time), takeoverId, dueAt);
}
