import { type CuratorId, Reminder, type ReminderWishes } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

const nothingSaid: ReminderWishes = { zone: null, channel: 'mail', reminders: [...Reminder.options] };

/** How somebody wishes to be reminded. */
export async function reminderWishesOf(tx: Tx, curatorId: CuratorId): Promise<ReminderWishes> {
  const [wishes] = await tx.query<ReminderWishes>(
    'SELECT zone, channel, reminders FROM reminder_wish WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return wishes ?? nothingSaid;
}

export async function keepReminderWishes(
  tx: Tx,
  curatorId: CuratorId,
  wishes: ReminderWishes,
): Promise<void> {
  const { zone, channel, reminders } = wishes;
  await tx.query(
    `INSERT INTO reminder_wish (charity_id, curator_id, zone, channel, reminders) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (charity_id, curator_id) DO UPDATE
       SET zone = excluded.zone, channel = excluded.channel, reminders = excluded.reminders`,
    [tx.charityId, curatorId, zone, channel, [...new Set(reminders)]],
  );
}
