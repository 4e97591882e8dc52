import {
  accept,
  type Caller,
  type extendTakeover,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { lockSlot } from '../slots/lock-slot.js';
import { instantOfWallTime } from '../windows/instant-of-wall-time.js';
import { longestWindowMs } from '../windows/window.js';
import { moveTakeover } from './move-takeover.js';
import { findTakeover, type Takeover } from './takeovers.js';

type Answer = ResultOf<typeof extendTakeover>;

/** Its row is locked, so that the clock does not close it meanwhile. */
const lock = `
  SELECT zone FROM takeover JOIN slot USING (charity_id, slot_id)
   WHERE charity_id = $1 AND takeover_id = $2 FOR NO KEY UPDATE OF takeover`;
const nextSlot = 'SELECT min(opens_at) AS at FROM slot WHERE charity_id = $1 AND opens_at >= $2';

@Injectable()
export class ExtendTakeover implements Handles<typeof extendTakeover> {
  constructor(private readonly database: Database) {}

  handle(input: InputOf<typeof extendTakeover>, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) => extend(tx, input, caller));
  }
}

async function extend(tx: Tx, input: InputOf<typeof extendTakeover>, by: Caller): Promise<Answer> {
  const { takeoverId, closesAtWall } = input;
  const seen = await findTakeover(tx, takeoverId);
  if (seen) await lockSlot(tx, seen.slotId);
  const [slot] = await tx.query<{ zone: string }>(lock, [tx.charityId, takeoverId]);
  const takeover = slot && (await findTakeover(tx, takeoverId));
  if (!slot || !takeover) return refuse('notFound');
  const at = await databaseNow(tx);
  if (takeover.state === 'closed' || new Date(takeover.closesAt) <= at) return refuse('takeoverOver');
  const closesAt = instantOfWallTime(closesAtWall, slot.zone);
  if (!closesAt)
    return refuse('badInput', { details: [{ field: 'closesAtWall', problem: 'is no day there is' }] });
  if (closesAt.toISOString() === takeover.closesAt) return accept(takeover);
  if (closesAt.toISOString() < takeover.closesAt) return refuse('notLater');
  const latest = await latestEndOf(tx, takeover);
  if (closesAt > latest) return refuse('tooLate', { details: { latest: latest.toISOString() } });
  const opensAt = new Date(takeover.opensAt);
  await moveTakeover(tx, takeoverId, { opensAt, closesAt, because: 'extended' });
  await appendFacts(
    tx,
    newAuditFact(schedulingAudited, {
      by,
      action: 'takeover.moved',
      about: takeoverId,
      details: { because: 'extended' },
      at,
    }),
  );
  return accept({ ...takeover, closesAt: closesAt.toISOString() });
}

/** As late as the next slot begins, free or booked: whoever looks at the rota may count on it. */
async function latestEndOf(tx: Tx, { opensAt, closesAt }: Takeover): Promise<Date> {
  const [next] = await tx.query<{ at: Date | null }>(nextSlot, [tx.charityId, closesAt]);
  const longest = new Date(new Date(opensAt).getTime() + longestWindowMs);
  return next?.at && next.at < longest ? next.at : longest;
}
