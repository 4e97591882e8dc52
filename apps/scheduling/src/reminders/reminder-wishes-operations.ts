import {
  accept,
  type CuratorId,
  type InputOf,
  ReminderWishes,
  type ResultOf,
  refuse,
  type setReminderWishes,
  type viewReminderWishes,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { keepReminderWishes, reminderWishesOf } from './reminder-wishes.js';
import { type Reminded, setReminders } from './set-reminders.js';

@Injectable()
export class ViewReminderWishes implements Handles<typeof viewReminderWishes> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof viewReminderWishes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewReminderWishes>> {
    return this.database.inCharity(charityId, async (tx) =>
      caller.kind === 'curator' ? accept(await reminderWishesOf(tx, caller.curatorId)) : refuse('forbidden'),
    );
  }
}

/** The reminders of what is booked already go by the new wishes. */
@Injectable()
export class SetReminderWishes implements Handles<typeof setReminderWishes> {
  constructor(private readonly database: Database) {}

  handle(
    input: InputOf<typeof setReminderWishes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setReminderWishes>> {
    return this.database.inCharity(input.charityId, async (tx) => {
      if (caller.kind !== 'curator') return refuse('forbidden');
      const known = await tx.query(
        'SELECT FROM curator WHERE charity_id = $1 AND curator_id = $2 FOR NO KEY UPDATE',
        [tx.charityId, caller.curatorId],
      );
      if (known.length === 0) return refuse('notFound');
      await keepReminderWishes(tx, caller.curatorId, ReminderWishes.parse(input));
      for (const takeover of await liveOf(tx, caller.curatorId)) await setReminders(tx, takeover);
      return accept(await reminderWishesOf(tx, caller.curatorId));
    });
  }
}

const liveOf = (tx: Tx, curatorId: CuratorId): Promise<Reminded[]> =>
  tx.query<Reminded>(
    `SELECT takeover_id AS "takeoverId", curator_id AS "curatorId", opens_at AS "opensAt", closes_at AS "closesAt"
       FROM takeover WHERE charity_id = $1 AND curator_id = $2 AND state <> 'closed' ORDER BY takeover_id FOR NO KEY UPDATE`,
    [tx.charityId, curatorId],
  );
