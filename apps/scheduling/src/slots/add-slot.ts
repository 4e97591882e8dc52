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
import { offerNewSlots } from '../cover/offer-new-slots.js';
import { hiatusAt } from '../hiatus/hiatus-spans.js';
import { spansAhead } from '../rota/situation.js';
import { planAlone } from '../rota/slots-ahead.js';
import { nearestWindow } from '../windows/nearest-window.js';
import { type Window, windowOf } from '../windows/window.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { findSlot, insertSlots, type Slot, slotAt } from './slots.js';

type Input = InputOf<typeof addSlot>;
type Answer = ResultOf<typeof addSlot>;

/** May be shorter than a rota's minute, and may have begun already: a rehearsal is a slot, too. */
@Injectable()
export class AddSlot implements Handles<typeof addSlot> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) =>
      add(tx, input, { by: caller, rules: this.rules }),
    );
  }
}

async function add(tx: Tx, input: Input, { by, rules }: { by: Caller; rules: ZoneRules }): Promise<Answer> {
  const zone = input.zone ?? (await zoneOfCharity(tx));
  if (!zone) return refuse('unavailable');
  const at = await databaseNow(tx);
  const window = windowOf(input.opensAtWall, input.closesAtWall, zone, rules);
  const impossible = () =>
    refuse('impossibleWindow', { details: nearestWindow({ ...input, zone }, rules, at) });
  if (!window) return impossible();
  const before = await findSlot(tx, input.slotId);
  if (before) return asAskedFor(before, window);
  if (window.closesAt <= at) return impossible();
  const latest = tenYearsAfter(at);
  if (window.opensAt > latest) return refuse('tooFarAway', { details: { latest: latest.toISOString() } });
  await planAlone(tx);
  const hiatus = hiatusAt(window, await spansAhead(tx, { now: at, rules }, window.closesAt));
  if (hiatus) return refuse('inHiatus', { details: { hiatusId: hiatus.hiatusId, until: hiatus.closesAt } });
  await insertSlots(tx, [{ slotId: input.slotId, ...window }], { law: rules.law });
  if (!(await findSlot(tx, input.slotId)))
    return refuse('overlaps', { details: { with: await slotAt(tx, window) } });
  await offerNewSlots(tx, [input.slotId]);
  await appendFacts(
    tx,
    newAuditFact(schedulingAudited, { by, action: 'slot.added', about: input.slotId, at }),
  );
  const added = await findSlot(tx, input.slotId);
  return added ? asAskedFor(added, window) : refuse('overlaps');
}

/** Beyond that nobody plans, and no zone’s law is known. */
function tenYearsAfter(at: Date): Date {
  const latest = new Date(at);
  latest.setUTCFullYear(latest.getUTCFullYear() + 10);
  return latest;
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
