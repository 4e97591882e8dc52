import {
  type FactOf,
  type PreFlightProblem,
  type TakeoverId,
  type takeoverPreFlightChecked,
  takeoverPreFlightFailed,
  takeoverPreFlightPassed,
} from '@baton/contracts';
import { appendFacts, type Consumes, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { dropTimers, type TimerKind } from '../timers/timers.js';
import { answerKind, timeOf } from './pre-flight-times.js';
import { type Asked, endPreFlight, isWaitedFor, nextRevision, ownProblems } from './pre-flights.js';

/** The gateway has looked. */
@Injectable()
export class OnPreFlightChecked implements Consumes<typeof takeoverPreFlightChecked> {
  async handle({ data }: FactOf<typeof takeoverPreFlightChecked>, tx: Tx): Promise<void> {
    if (!(await isWaitedFor(tx, data))) return;
    await dropTimers(tx, data.takeoverId, [answerKind(data.time)]);
    await conclude(tx, data, data.problems);
  }
}

/** It has not, and nobody knows whether it could. */
@Injectable()
export class NobodyAnswered implements HandlesTimer {
  async due(tx: Tx, takeoverId: string, kind: TimerKind): Promise<void> {
    const asked = { takeoverId: takeoverId as TakeoverId, time: timeOf(kind) };
    if (await isWaitedFor(tx, asked)) await conclude(tx, asked, ['gatewaySilent']);
  }
}

/** Puts both halves together. The team is told where something is missing, and that nothing is any more where it was before. */
async function conclude(tx: Tx, asked: Asked, gatewayProblems: readonly PreFlightProblem[]): Promise<void> {
  const problems = [...gatewayProblems, ...(await ownProblems(tx, asked.takeoverId))];
  const ended = await endPreFlight(tx, asked, problems);
  if (!ended?.stillMatters) return;
  const { takeoverId, time } = ended;
  const data = { takeoverId, time, opensAt: ended.opensAt.toISOString() };
  const fact = { subject: takeoverId, revision: await nextRevision(tx) };
  await appendFacts(
    tx,
    problems.length === 0
      ? newFact(takeoverPreFlightPassed, { ...fact, data })
      : newFact(takeoverPreFlightFailed, { ...fact, data: { ...data, problems } }),
  );
}
