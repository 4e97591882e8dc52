import { curatorPaused, type TakeoverId, takeoverGivenBack } from '@baton/contracts';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Act, acts, BusyCharity, people } from '../rehearsal/busy-charity.js';
import type { CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { whatIsWrong } from '../rehearsal/what-must-hold.js';

const hourMs = 3_600_000;
/** At full size: `LOCK_ROUNDS=300`. */
const rounds = Number(process.env['LOCK_ROUNDS'] ?? 20);
const seed = Number(process.env['LOCK_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const atOnce = 8;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const random = seeded(seed);
let lastFact: Promise<unknown> = Promise.resolve();
let isAlone = true;
/** One fact of others after another, so that each is a transaction of its own. */
const alone = <Value>(hears: () => Promise<Value>): Promise<Value> => {
  if (!isAlone) return hears();
  const heard = lastFact.then(hears);
  lastFact = heard.catch(() => undefined);
  return heard;
};
/** What locks more than one thing, and what comes from the other side. */
const inPairs: readonly (readonly [Act | Other, Act | Other])[] = [
  ['end', 'unwell'],
  ['end', 'moveRule'],
  ['givenBack', 'moveRule'],
  ['givenBack', 'extend'],
  ['goes', 'book'],
  ['goes', 'swap'],
  ['goes', 'yes'],
  ['goes', 'moveRule'],
  ['wishes', 'cancel'],
  ['wishes', 'moveRule'],
  ['openNow', 'cancel'],
  ['openNow', 'no'],
  ['extend', 'swap'],
  ['timers', 'no'],
  ['timers', 'swap'],
  ['hold', 'hold'],
];
type Other = 'end' | 'givenBack' | 'goes' | 'wishes' | 'timers';

async function other(busy: BusyCharity, does: Other, who: number): Promise<unknown> {
  const { charityId, manager } = busy.charity;
  const person = busy.person(who);
  if (does === 'timers') return stage.doWhatIsDue();
  if (does === 'goes') return goesAndComesBack(busy, person);
  if (does === 'wishes') {
    const wish = { zone: null, channel: 'mail' as const, reminders: ['oneHour' as const] };
    return stage.call('set-reminder-wishes', { charityId, ...wish }, person.caller);
  }
  const takeovers = await busy.charity.takeovers();
  const takeover = takeovers.filter(({ state }) => state !== 'closed')[who % 3];
  if (!takeover) return undefined;
  const takeoverId = takeover.takeoverId as TakeoverId;
  if (does === 'end') return stage.call('end-takeover', { charityId, takeoverId }, manager);
  const data = { takeoverId, curatorId: takeover.curatorId, givenBackAt: new Date().toISOString() };
  return alone(() => stage.hears(takeoverGivenBack, charityId, { subject: takeoverId, revision: 1, data }));
}

async function goesAndComesBack(busy: BusyCharity, person: CuratorOnStage): Promise<void> {
  const { curatorId } = person;
  const data = { curatorId };
  await alone(() =>
    stage.hears(curatorPaused, busy.charity.charityId, { subject: curatorId, revision: 1, data }),
  );
  await alone(() => busy.charity.hearsReady(person, 1));
}

const isOther = (does: Act | Other): does is Other =>
  !(Object.values(acts).flat() as string[]).includes(does);

async function happens(busy: BusyCharity, does: Act | Other): Promise<unknown> {
  const [who, at] = [random.below(people), random.below(6)];
  if (isOther(does)) return other(busy, does, who);
  return busy.take({ does, who, at, booked: random.pick(['keep', 'move', 'cancel'] as const) });
}

/** Answers how many circles the database had to break meanwhile. */
async function roundsOf(count: number): Promise<number> {
  const before = await stage.deadlocks();
  await stage.startReplica();
  let shifted = stage.shiftedMs;
  let busy = await BusyCharity.open(stage);
  for (let round = 0; round < count; round += 1) {
    if (round % 10 === 9) busy = await BusyCharity.open(stage);
    const pairs = Array.from({ length: atOnce / 2 }, () => random.pick(inPairs));
    const answers = await Promise.all(pairs.flat().map((does) => happens(busy, does)));
    // A “no” is an answer; a fault is none.
    expect(JSON.stringify(answers)).not.toContain('"code":"unavailable"');
    expect(await whatIsWrong(stage, busy.charity.charityId)).toEqual([]);
    for (let who = 0; who < people; who += 1) await booksAgain(busy, busy.person(who));
    shifted += random.pick([0, 1, 5]) * hourMs;
    await stage.shiftClock(shifted);
    await stage.look();
  }
  const after = await stage.deadlocks();
  await stage.startReplica();
  process.stdout.write(`locks, seed ${seed}: ${count} rounds of ${atOnce}, ${after - before} deadlocks\n`);
  return after - before;
}

describe(`whatever locks slots, curators and takeovers at once (seed ${seed})`, () => {
  it(
    'waits for each other, and never in a circle',
    async () => {
      isAlone = true;
      expect(await roundsOf(rounds)).toBe(0);
    },
    60_000 + rounds * 3_000,
  );

  it(
    'where several facts are one transaction, a circle is broken and done again, and nobody hears of it',
    async () => {
      isAlone = false;
      await roundsOf(rounds / 2);
    },
    60_000 + rounds * 3_000,
  );
});

/** So that there is always something to lose. */
async function booksAgain(busy: BusyCharity, person: CuratorOnStage): Promise<void> {
  const free = (await busy.charity.slots()).find(({ state }) => state === 'free');
  if (free) await busy.charity.book(free, person);
}
