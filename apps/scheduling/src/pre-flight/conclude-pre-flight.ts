import {
  type FactOf,
  type PreFlightProblem,
  type TakeoverId,
  type takeoverPreFlightChecked,
  takeoverPreFlightFailed,
} from '@baton/contracts';
import { appendFacts, type Consumes, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { dropTimers, type TimerKind } from '../timers/timers.js';
import { answerKind, timeOf } from './pre-flight-times.js';
import { endPreFlight, ownProblems, type PreFlight } from './pre-flights.js';

/** The gateway has looked. */
@Injectable()
export class OnPreFlightChecked implements Consumes<typeof takeoverPreFlightChecked> {
  async handle({ data }: FactOf<typeof takeoverPreFlightChecked>, tx: Tx): Promise<void> {
    await dropTimers(tx, data.takeoverId, [answerKind(data.time)]);
    await conclude(tx, data, data.problems);
  }
}

/** It has not, and nobody knows whether it could. */
@Injectable()
export class NobodyAnswered implements HandlesTimer {
  due(tx: Tx, takeoverId: string, kind: TimerKind): Promise<void> {
    return conclude(tx, { takeoverId: takeoverId as TakeoverId, time: timeOf(kind) }, ['gatewaySilent']);
  }
}

/** Puts both halves together, once; the team is told where something is missing. */
async function conclude(
  tx: Tx,
  which: Pick<PreFlight, 'takeoverId' | 'time'>,
  gatewayProblems: readonly PreFlightProblem[],
): Promise<void> {
  const problems = [...gatewayProblems, ...(await ownProblems(tx, which.takeoverId))];
  const ended = await endPreFlight(tx, which, problems);
  if (!ended || problems.length === 0) return;
  const data = {
    takeoverId: ended.takeoverId,
    time: ended.time,
    opensAt: ended.opensAt.toISOString(),
    problems,
  };
  const revision = Math.floor((await databaseNow(tx)).getTime() / 1000);
  await appendFacts(tx, newFact(takeoverPreFlightFailed, { subject: ended.takeoverId, revision, data }));
}
