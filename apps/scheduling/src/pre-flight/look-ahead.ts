import { type TakeoverId, takeoverPreFlightDue } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { setTimer, type TimerKind } from '../timers/timers.js';
import { answerKind, patienceMs, timeOf } from './pre-flight-times.js';
import { beginPreFlight, nextRevision } from './pre-flights.js';

/** Not locked, for the handover clock’s sake. */
const stillAhead = `
  SELECT opens_at AS "opensAt" FROM takeover
   WHERE charity_id = $1 AND takeover_id = $2 AND state = 'scheduled' AND opens_at > (SELECT baton.now())`;

/** Asks whoever publishes whether the takeover could post, and gives them some minutes. What opens in the meantime opens all the same. */
@Injectable()
export class LookAhead implements HandlesTimer {
  async due(tx: Tx, subjectId: string, kind: TimerKind): Promise<void> {
    const takeoverId = subjectId as TakeoverId;
    const time = timeOf(kind);
    const [takeover] = await tx.query<{ opensAt: Date }>(stillAhead, [tx.charityId, takeoverId]);
    if (!takeover || !(await beginPreFlight(tx, { takeoverId, time, ...takeover }))) return;
    const now = await databaseNow(tx);
    await setTimer(tx, answerKind(time), takeoverId, new Date(now.getTime() + patienceMs));
    const data = { takeoverId, time, opensAt: takeover.opensAt.toISOString() };
    const revision = await nextRevision(tx);
    await appendFacts(tx, newFact(takeoverPreFlightDue, { subject: takeoverId, revision, data }));
  }
}
