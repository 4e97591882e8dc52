import { accept, type addSlot, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../windows/database-now.js';
import { type Window, windowOf } from '../windows/window.js';
import { findSlot, insertSlots, type Slot } from './slots.js';

type Input = InputOf<typeof addSlot>;
type Answer = ResultOf<typeof addSlot>;

/** May be shorter than a rota's minute, and may have begun already: a rehearsal is a slot, too. */
@Injectable()
export class AddSlot implements Handles<typeof addSlot> {
  constructor(private readonly database: Database) {}

  handle(input: Input): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) => add(tx, input));
  }
}

async function add(tx: Tx, input: Input): Promise<Answer> {
  const zone = input.zone ?? (await zoneOfCharity(tx));
  if (!zone) return refuse('unavailable');
  const window = windowOf(input.opensAtWall, input.closesAtWall, zone);
  if (!window) return refuse('impossibleWindow');
  const before = await findSlot(tx, input.slotId);
  if (before) return asAskedFor(before, window);
  if (window.closesAt <= (await databaseNow(tx))) return refuse('impossibleWindow');
  await insertSlots(tx, [{ slotId: input.slotId, ...window }]);
  const added = await findSlot(tx, input.slotId);
  return added ? asAskedFor(added, window) : refuse('overlaps');
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
