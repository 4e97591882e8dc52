import { type TakeoverId, takeoverReminderDue } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import type { TimerKind } from '../timers/timers.js';
import { reminderWishesOf } from './reminder-wishes.js';
import { type Reminded, reminderOf, reminderTimesFor } from './set-reminders.js';

/** Not locked: the handover clock passes over a takeover that somebody holds, and is held up by no reminder. */
const stillLive = `
  SELECT takeover_id AS "takeoverId", curator_id AS "curatorId", opens_at AS "opensAt", closes_at AS "closesAt",
         revision FROM takeover
   WHERE charity_id = $1 AND takeover_id = $2 AND state <> 'closed'`;

/** States that a reminder is due, if its weekend still is, if it is not too late for it, and if they want it by mail. */
@Injectable()
export class RemindCurator implements HandlesTimer {
  async due(tx: Tx, takeoverId: string, kind: TimerKind): Promise<void> {
    const reminder = reminderOf(kind);
    const [takeover] = await tx.query<Reminded>(stillLive, [tx.charityId, takeoverId]);
    if (!takeover) return;
    const { channel, reminders, zone } = await reminderWishesOf(tx, takeover.curatorId);
    if (channel !== 'mail' || !reminders.includes(reminder)) return;
    const time = (await reminderTimesFor(tx, takeover)).find((one) => one.reminder === reminder);
    if (!time || time.until <= (await databaseNow(tx))) return;
    await state(tx, takeover, { reminder, zone, until: time.until.toISOString() });
  }
}

/** A reminder is no state of the takeover, so one is never stale beside another: the revision is always 1. */
async function state(
  tx: Tx,
  { takeoverId, curatorId, opensAt, closesAt }: Reminded,
  about: Pick<(typeof takeoverReminderDue.samples)[0], 'reminder' | 'zone' | 'until'>,
): Promise<void> {
  const data = {
    takeoverId: takeoverId as TakeoverId,
    curatorId,
    ...about,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  };
  await appendFacts(tx, newFact(takeoverReminderDue, { subject: takeoverId, revision: 1, data }));
}
