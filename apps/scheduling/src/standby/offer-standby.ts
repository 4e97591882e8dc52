import { accept, type InputOf, type offerStandby, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { databaseNow } from '../clock/database-now.js';
import { lockSlot } from '../slots/lock-slot.js';
import { findSlot } from '../slots/slots.js';
import { areDaysAhead } from './decide-days.js';
import { standbyOf } from './standby.js';

type Input = InputOf<typeof offerStandby>;
type Answer = ResultOf<typeof offerStandby>;

const most = 30;
const standBy = `
  INSERT INTO standby (charity_id, standby_id, curator_id, slot_id, from_on, until_on, since)
  VALUES ($1, $2, $3, $4, $5, $6, baton.now()) ON CONFLICT DO NOTHING`;

/** A promise to be asked, and no more than that: whoever is asked may say no. */
@Injectable()
export class OfferStandby implements Handles<typeof offerStandby> {
  constructor(private readonly database: Database) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(input.charityId, async (tx) => {
      const { slotId, from, until } = input;
      const refused = await whyNot(tx, input);
      if (refused) return refused;
      if (!(await lockReadyCurator(tx, curatorId))) return refuse('notReady');
      const row = [newId(), curatorId, slotId ?? null, from ?? null, until ?? null];
      await tx.query(standBy, [tx.charityId, ...row]);
      const standby = await standbyOf(tx, curatorId);
      return standby.length > most ? refuse('enough') : accept({ standby });
    });
  }
}

async function whyNot(tx: Tx, { slotId, from, until }: Input): Promise<Answer | undefined> {
  const areDays = from !== undefined && until !== undefined;
  if (slotId === undefined ? !areDays : from !== undefined || until !== undefined)
    return refuse('slotOrDays');
  if (slotId === undefined)
    return areDaysAhead({ from, until }, await databaseNow(tx)) ? undefined : refuse('impossibleDays');
  // Locked, so that it does not go before the promise is written.
  const slot = (await lockSlot(tx, slotId)) && (await findSlot(tx, slotId));
  if (!slot) return refuse('notFound');
  return slot.state === 'over' ? refuse('slotOver') : undefined;
}
