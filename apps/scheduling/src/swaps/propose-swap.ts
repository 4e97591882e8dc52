import {
  accept,
  type Caller,
  type CuratorId,
  type InputOf,
  type proposeSwap,
  type ResultOf,
  refuse,
  schedulingAudited,
  swapAsked,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { alternativesFor } from '../rules/alternatives.js';
import { findSlot } from '../slots/slots.js';
import { findTakeover, type Takeover, takeoverOfSlot } from '../takeovers/takeovers.js';
import { setTimer } from '../timers/timers.js';
import { swapLapses } from './close-swap.js';
import { shownSwap } from './shown-swap.js';
import { findSwap, lockBoth } from './swaps.js';

type Input = InputOf<typeof proposeSwap>;
type Answer = ResultOf<typeof proposeSwap>;

const hourMs = 3_600_000;
const mostADay = 10;

const today = `
  SELECT count(*)::int AS count FROM swap
   WHERE charity_id = $1 AND proposed_by = $2 AND proposed_at > baton.now() - interval '1 day'`;
const propose = `
  INSERT INTO swap (charity_id, swap_id, proposed_by, curator_id, gives, wants, proposed_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, baton.now(), $7) ON CONFLICT DO NOTHING RETURNING swap_id`;

/** Asks, and changes nothing. What one gives and gets may be over the limits: both have as many bookings as before. */
@Injectable()
export class ProposeSwap implements Handles<typeof proposeSwap> {
  constructor(private readonly database: Database) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) => proposed(tx, input, caller));
  }
}

async function proposed(tx: Tx, input: Input, by: Caller): Promise<Answer> {
  const self = curatorOf(by);
  const before = await proposedBefore(tx, input, by);
  if (before) return before;
  const gives = await findTakeover(tx, input.takeoverId);
  const slot = await findSlot(tx, input.slotId);
  if (!gives || !slot) return refuse('notFound');
  if (gives.curatorId !== self) return refuse('notYours');
  const now = await lockBoth(tx, gives.slotId, input.slotId);
  if (!now) return refuse('notFound');
  const meanwhile = await proposedBefore(tx, input, by);
  if (meanwhile) return meanwhile;
  const given = await findTakeover(tx, input.takeoverId);
  const wants = await takeoverOfSlot(tx, input.slotId);
  if (wants?.curatorId === self) return refuse('withYourself');
  const earliest = Math.min(...[gives, wants ?? slot].map(({ opensAt }) => Date.parse(opensAt)));
  const expiresAt = new Date(earliest - hourMs);
  if (expiresAt <= now || given?.state !== 'scheduled') return refuse('tooLate');
  if (!wants) {
    const alternatives = await alternativesFor(tx, self, new Date(slot.opensAt));
    return refuse('notBooked', { details: { alternatives } });
  }
  if (!(await lockReadyCurator(tx, self))) return refuse('notReady');
  return ask(tx, input, { gives, wants, expiresAt, now, by });
}

/** The same call again gives the same answer; the same id for another swap is a mistake. */
async function proposedBefore(tx: Tx, input: Input, by: Caller): Promise<Answer | undefined> {
  const before = await findSwap(tx, input.swapId);
  if (!before) return undefined;
  const isSame = before.gives.takeoverId === input.takeoverId && before.wants.slotId === input.slotId;
  if (isSame && before.gives.curatorId === curatorOf(by)) return accept(shownSwap(before, by));
  return refuse('badInput', {
    details: [{ field: 'swapId', problem: 'is the id of another swap already: please make a new one' }],
  });
}

interface Proposal {
  readonly gives: Takeover;
  readonly wants: Takeover;
  readonly expiresAt: Date;
  readonly now: Date;
  readonly by: Caller;
}

async function ask(
  tx: Tx,
  { swapId }: Input,
  { gives, wants, expiresAt, now: at, by }: Proposal,
): Promise<Answer> {
  if ((await proposedToday(tx, gives.curatorId)) >= mostADay) return refuse('enough');
  const row = [swapId, gives.curatorId, wants.curatorId, gives.takeoverId, wants.takeoverId, expiresAt];
  const asked = await tx.query(propose, [tx.charityId, ...row]);
  const swap = await findSwap(tx, swapId);
  if (asked.length === 0 || !swap) return refuse('askedAlready');
  await setTimer(tx, swapLapses, swapId, expiresAt);
  const { opensAt, closesAt } = gives;
  const data = {
    swapId,
    curatorId: wants.curatorId,
    opensAt,
    closesAt,
    insteadOf: wants.opensAt,
    expiresAt: expiresAt.toISOString(),
  };
  await appendFacts(
    tx,
    newFact(swapAsked, { subject: swapId, revision: 1, data }),
    newAuditFact(schedulingAudited, { by, action: 'swap.proposed', about: swapId, at }),
  );
  return accept(shownSwap(swap, by));
}

async function proposedToday(tx: Tx, curatorId: CuratorId): Promise<number> {
  const [counted] = await tx.query<{ count: number }>(today, [tx.charityId, curatorId]);
  return counted?.count ?? 0;
}
