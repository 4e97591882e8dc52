import {
  accept,
  type Caller,
  type InputOf,
  type openTakeoverNow,
  type ResultOf,
  refuse,
  type SlotId,
  schedulingAudited,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { settleUncovered } from '../cover/settle-uncovered.js';
import { stopAskingAbout } from '../cover/stop-asking.js';
import { HandoverClock } from '../handover/handover-clock.js';
import { planAlone } from '../rota/slots-ahead.js';
import { lockSlots } from '../slots/lock-slot.js';
import { longestWindowMs } from '../windows/window.js';
import { moveTakeover } from './move-takeover.js';
import { findTakeover, type Takeover } from './takeovers.js';

type Answer = ResultOf<typeof openTakeoverNow>;

const lock = 'SELECT FROM takeover WHERE charity_id = $1 AND takeover_id = $2 FOR NO KEY UPDATE';
/** Of several before it the last one to end. */
const between = `
  SELECT max(closes_at) AS until FROM takeover
   WHERE charity_id = $1 AND takeover_id <> $2 AND state <> 'closed' AND opens_at < $3`;

const inBetween = `
  SELECT slot_id AS "slotId" FROM slot
   WHERE charity_id = $1 AND slot_id <> $2 AND opens_at < $4 AND closes_at > $3`;

/** Gives the takeover a window that begins now; the clock, which is asked to look at once, opens it as it opens any. */
@Injectable()
export class OpenTakeoverNow implements Handles<typeof openTakeoverNow> {
  constructor(
    private readonly database: Database,
    private readonly clock: HandoverClock,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof openTakeoverNow>,
    { caller }: CallContext,
  ): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      const answer = await openNow(tx, takeoverId, caller);
      tx.afterCommit(() => void this.clock.look());
      return answer;
    });
  }
}

/** Those in between lie within the takeover then, if they are free: nobody could take them. */
const slotsUntil = async (tx: Tx, at: Date, { slotId, opensAt }: Takeover): Promise<SlotId[]> => {
  const slots = await tx.query<{ slotId: SlotId }>(inBetween, [tx.charityId, slotId, at, opensAt]);
  return slots.map((slot) => slot.slotId);
};

/** None comes meanwhile, because nobody plans slots: so all of them are locked before the takeover is. */
async function lockUntil(tx: Tx, takeoverId: TakeoverId): Promise<SlotId[]> {
  await planAlone(tx);
  const seen = await findTakeover(tx, takeoverId);
  if (!seen) return [];
  const inBetween = await slotsUntil(tx, await databaseNow(tx), seen);
  await lockSlots(tx, [seen.slotId, ...inBetween]);
  await tx.query(lock, [tx.charityId, takeoverId]);
  return inBetween;
}

async function openNow(tx: Tx, takeoverId: TakeoverId, by: Caller): Promise<Answer> {
  const inBetween = await lockUntil(tx, takeoverId);
  const takeover = await findTakeover(tx, takeoverId);
  if (!takeover) return refuse('notFound');
  const at = await databaseNow(tx);
  const closesAt = new Date(takeover.closesAt);
  if (takeover.state === 'closed' || closesAt <= at) return refuse('takeoverOver');
  if (new Date(takeover.opensAt) <= at) return accept(takeover);
  const earliest = new Date(closesAt.getTime() - longestWindowMs);
  if (at < earliest) return refuse('tooEarly', { details: { earliest: earliest.toISOString() } });
  const [other] = await tx.query<{ until: Date | null }>(between, [
    tx.charityId,
    takeoverId,
    takeover.opensAt,
  ]);
  if (other?.until) return refuse('anotherIsOpen', { details: { until: other.until.toISOString() } });
  await moveTakeover(tx, takeoverId, { opensAt: at, closesAt, because: 'openedNow' });
  await stopAskingAbout(tx, inBetween);
  await settleUncovered(tx, inBetween, 'taken');
  const note = {
    by,
    action: 'takeover.moved',
    about: takeoverId,
    details: { because: 'openedNow' },
    at,
  } as const;
  await appendFacts(tx, newAuditFact(schedulingAudited, note));
  return accept({ ...takeover, opensAt: at.toISOString() });
}
