import {
  accept,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  type removeSlot,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { freeSlotsGo } from './free-slots-go.js';
import { findSlot } from './slots.js';

type Input = InputOf<typeof removeSlot>;
type Answer = ResultOf<typeof removeSlot>;

/** Waits for a booking under way, which locks the slot too: who came first has it. */
const hold = 'SELECT rota_id AS "rotaId" FROM slot WHERE charity_id = $1 AND slot_id = $2 FOR UPDATE';

/** What is not there is removed: an id that never was one is answered the same. */
@Injectable()
export class RemoveSlot implements Handles<typeof removeSlot> {
  constructor(private readonly database: Database) {}

  handle({ charityId, slotId }: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, (tx) => remove(tx, slotId, caller));
  }
}

async function remove(tx: Tx, slotId: Input['slotId'], by: Caller): Promise<Answer> {
  const [held] = await tx.query<{ rotaId: string | null }>(hold, [tx.charityId, slotId]);
  if (!held) return accept({ slotId });
  const slot = await findSlot(tx, slotId);
  if (slot?.state === 'over') return refuse('slotOver');
  if (slot?.state === 'booked') return refuse('slotBooked');
  if (held.rotaId) return refuse('slotOfRota', { details: { rotaId: held.rotaId } });
  await freeSlotsGo(tx, [slotId]);
  const note = { by, action: 'slot.removed', about: slotId, at: await databaseNow(tx) } as const;
  await appendFacts(tx, newAuditFact(schedulingAudited, note));
  return accept({ slotId });
}
