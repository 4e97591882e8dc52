import { accept, type InputOf, type joinWaitlist, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { databaseNow } from '../clock/database-now.js';
import { areDaysAhead } from '../standby/decide-days.js';
import { waitingOf } from './waitlist.js';

const join = `
  INSERT INTO waitlist (charity_id, curator_id, from_on, until_on, weekdays, joined_at)
  VALUES ($1, $2, $3, $4, $5, baton.now())
  ON CONFLICT (charity_id, curator_id) DO UPDATE SET
    from_on = excluded.from_on, until_on = excluded.until_on, weekdays = excluded.weekdays`;

@Injectable()
export class JoinWaitlist implements Handles<typeof joinWaitlist> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, from, until, weekdays }: InputOf<typeof joinWaitlist>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof joinWaitlist>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      if (!areDaysAhead({ from, until }, await databaseNow(tx))) return refuse('impossibleDays');
      if (!(await lockReadyCurator(tx, curatorId))) return refuse('notReady');
      await tx.query(join, [charityId, curatorId, from ?? null, until ?? null, weekdays ?? null]);
      const waiting = await waitingOf(tx, curatorId);
      return waiting ? accept(waiting) : refuse('notReady');
    });
  }
}
