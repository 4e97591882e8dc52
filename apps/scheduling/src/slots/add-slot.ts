import {
  accept,
  type addSlot,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { type Window, windowOf } from '../windows/window.js';
import { findSlot, insertSlots, type Slot } from './slots.js';

type Input = InputOf<typeof addSlot>;
type Answer = ResultOf<typeof addSlot>;

/** May be shorter than a rota's minute, and may have begun already: a rehearsal is a slot, too. */
@Injectable()
export class AddSlot implements Handles<typeof addSlot> {
  constructor(private readonly database: Database) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) => add(tx, input, caller));
  }
}

async function add(tx: Tx, input: Input, by: Caller): Promise<Answer> {
  const zone = input.zone ?? (await zoneOfCharity(tx));
  if (!zone) return refuse('unavailable');
  const window = windowOf(input.opensAtWall, input.closesAtWall, zone);
  if (!window) return refuse('impossibleWindow');
  const before = await findSlot(tx, input.slotId);
  if (before) return asAskedFor(before, window);
  const at = await databaseNow(tx);
  if (window.closesAt <= at) return refuse('impossibleWindow');
  await insertSlots(tx, [{ slotId: input.slotId, ...window }]);
  const added = await findSlot(tx, input.slotId);
  if (!added) return refuse('overlaps');
  await appendFacts(
    tx,
    newAuditFact(schedulingAudited, { by, action: 'slot.added', about: input.slotId, at }),
  );
  return asAskedFor(added, window);
}

/** The same call again gives the same answer; the same id with another window is a mistake. */
function asAskedFor(slot: Slot, window: Window): Answer {
  const isSame =
    slot.zone === window.zone &&
    slot.opensAtWall === window.opensAtWall &&
    slot.closesAtWall === window.closesAtWall;
  if (isSame) return accept(slot);
  return refuse('badInput', {
    details: [{ field: 'slotId', problem: 'is the id of another slot already: please make a new one' }],
  });
}
