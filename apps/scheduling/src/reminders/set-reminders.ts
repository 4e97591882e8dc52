import { type CuratorId, Reminder, type TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { dropTimers, setTimer, type TimerKind } from '../timers/timers.js';
import { type ReminderTime, reminderTimes } from './reminder-times.js';
import { reminderWishesOf } from './reminder-wishes.js';

export interface Reminded {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const reminderKind = (reminder: Reminder): TimerKind => `reminder ${reminder}`;
export const reminderOf = (kind: TimerKind): Reminder => Reminder.parse(kind.slice('reminder '.length));
const reminderKinds = Reminder.options.map(reminderKind);

/** When each is due for them. */
export async function reminderTimesFor(
  tx: Tx,
  { curatorId, opensAt, closesAt }: Reminded,
): Promise<ReminderTime[]> {
  const { zone } = await reminderWishesOf(tx, curatorId);
  return reminderTimes({ opensAt, closesAt }, zone ?? (await zoneOfCharity(tx)) ?? 'UTC');
}

/**
 * Whoever books late is not reminded of what was due before: their booking has just told them. But that the account is theirs is told
 * also to whom it was handed before its time.
 */
export async function setReminders(tx: Tx, takeover: Reminded): Promise<void> {
  const now = await databaseNow(tx);
  await dropTimers(tx, takeover.takeoverId, reminderKinds);
  for (const { reminder, dueAt } of await reminderTimesFor(tx, takeover))
    if (dueAt >= now || (reminder === 'opening' && takeover.closesAt > now))
      await setTimer(tx, reminderKind(reminder), takeover.takeoverId, dueAt);
}
