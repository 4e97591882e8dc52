import { setImmediate as nextTurn } from 'node:timers/promises';
import { publishingSteps } from '../crash.js';
import { turns } from '../pretend-x.js';
import { leaseMs } from '../publishing-stage.js';
import type { Evening, Move } from './evening.js';
import {
  approves,
  declines,
  edits,
  resolves,
  submits,
  submitsTimed,
  withdraws,
} from './moves-about-posts.js';
import {
  endsAtAnotherTime,
  givesBack,
  handsOverAgain,
  hearsItClosed,
  isActiveAgain,
  isSuspended,
  opensAtAnotherTime,
  presses,
  releases,
  rests,
  withdrawsConsent,
} from './moves-about-the-account.js';

const skews = [0, 90 * 60_000, -90 * 60_000];
/** Around what the publisher measures in: the last moment of a window, a second to begin in, a minute to introduce. */
const steps = [1, 400, 500, 600, 1_000, 1_500, 10_000, 60_000];

const timePasses: Move = (evening) => evening.pass(evening.random.pick(steps));
const leaseEnds: Move = (evening) => evening.pass(leaseMs + 1);

/** To just before or just behind the next edge of the window. */
const edgeComes: Move = async (evening) => {
  const now = await evening.now();
  const { opensAt, closesAt } = evening.edges;
  const next = [opensAt, opensAt + 60_000, closesAt].find((edge) => edge > now);
  const ms = Math.floor((next ?? now) - now) - evening.random.pick([5_000, 1_200, 700, 480, 300, 20, -1]);
  if (next && ms > 0) await evening.pass(ms);
};

const publishers = (evening: Evening) => {
  const { processes } = evening.theatre;
  return evening.random.chance(0.5) ? processes : [evening.random.pick(processes)];
};

const publishes: Move = (evening) =>
  Promise.all(publishers(evening).map((process) => evening.works(process)));

/** Each has a weight: how often it happens, compared with the others. */
type Weighted = readonly [weight: number, move: Move];

function oneOf(moves: readonly Weighted[]): Move {
  const lots = moves.flatMap(([weight, move]) => Array.from({ length: weight }, () => move));
  return (evening) => evening.random.pick(lots)(evening);
}

const acts: readonly Weighted[] = [
  [26, presses(1)],
  [8, presses(2)],
  [10, releases],
  [5, rests(true)],
  [5, rests(false)],
  [6, withdraws],
  [6, edits],
  [6, approves],
  [3, declines],
  [5, resolves],
  [1, givesBack],
  [1, hearsItClosed],
  [1, withdrawsConsent],
  [3, isSuspended],
  [3, isActiveAgain],
  [6, endsAtAnotherTime],
  [2, opensAtAnotherTime],
];

/** What people do, at any moment. */
const somebodyActs = oneOf(acts);

/** What can come between any two steps. Time that passes there is much at once, so it does nowhere else. */
const inBetween = oneOf([...acts, [6, edgeComes], [16, timePasses], [6, leaseEnds]]);

/** Every step, and those around the moment from which nobody can stop a call more often. */
const atRisk = [...publishingSteps, 'prepared', 'attemptRecorded', 'attemptRecorded'] as const;

/** A step of publishing, at which something comes in between or a process dies. */
const isStruck =
  (dies: (evening: Evening) => boolean): Move =>
  async (evening) => {
    const { crashes } = evening.stage;
    const { accountId } = evening.charity;
    const step = evening.random.pick(atRisk);
    const strike = async () => {
      evening.told.push(`at the step ${step}:`);
      await inBetween(evening);
      if (!dies(evening)) return;
      evening.counts.crashes += 1;
      evening.told.push('the process dies');
      await crashes.dies();
    };
    crashes.forget();
    crashes.when(step, strike, { accountId, nth: 1 + evening.random.below(2) });
    await publishes(evening);
    crashes.forget();
  };

/** At any moment, whatever the publishers are in the middle of. */
const meets: Move = async (evening) => {
  const publishing = publishes(evening);
  for (let turn = evening.random.below(300); turn > 0; turn -= 1) await nextTurn();
  await somebodyActs(evening);
  await publishing;
};

/** With something that can go, most of the time. */
const asPostsGo =
  (move: Move): Move =>
  async (evening) => {
    if (evening.random.chance(0.8)) await handsOverAgain(evening);
    if (evening.random.chance(0.5)) await leaseEnds(evening);
    await submits(evening);
    await move(evening);
  };

const xTurns: Move = async ({ charity, random }) => charity.account.turns.push(random.pick(turns));

const clockIsWrong: Move = async (evening) => {
  evening.random.pick(evening.theatre.processes).skewMs = evening.random.pick(skews);
};

/** One moment of an evening. */
export const nextMove = oneOf([
  [4, submits],
  [10, submitsTimed],
  [8, publishes],
  [16, asPostsGo(isStruck(() => false))],
  [12, asPostsGo(isStruck(({ random }) => random.chance(0.7)))],
  [12, asPostsGo(meets)],
  [14, inBetween],
  [8, handsOverAgain],
  [16, (evening) => evening.asks('the rota says it opened', () => evening.charity.open())],
  [8, asPostsGo(endsAtAnotherTime)],
  [5, xTurns],
  [3, clockIsWrong],
  [4, (evening) => evening.stage.reconcile()],
]);
