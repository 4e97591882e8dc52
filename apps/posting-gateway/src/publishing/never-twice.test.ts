import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { publishingSteps } from '../rehearsal/crash.js';
import { turns } from '../rehearsal/pretend-x.js';
import { leaseMs, PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** More seeds: `R4_SEEDS=1000`. One seed again: `R4_FIRST=<seed> R4_SEEDS=1`. */
const seeds = Number(process.env['R4_SEEDS'] ?? 20);
const firstSeed = Number(process.env['R4_FIRST'] ?? 1);

const duplicates = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);

describe('a process that dies while it publishes', () => {
  it.each([
    ['claimed', ['Hello'], 'published'],
    ['prepared', ['Hello'], 'published'],
    ['attemptRecorded', [], 'unknown'],
    ['answered', ['Hello'], 'published'],
    ['outcomeRecorded', ['Hello'], 'published'],
  ] as const)('R4 at the step %s: X has %j, the post ends %s, nothing twice', async (step, onX, state) => {
    const charity = await stage.aCharity();
    await charity.submit('Hello');
    stage.crashes.at(step);
    await stage.publish();
    await stage.letEverythingSettle();
    expect(charity.account.texts()).toEqual(onX);
    expect(await charity.states()).toEqual([state]);
  });

  it('R5 between writing the attempt down and its outcome: unknown is shown within 60 seconds', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('Hello');
    stage.crashes.at('answered');
    await stage.publish();
    expect(await charity.states()).toEqual(['attempting']);
    await stage.pass(leaseMs + 1);
    await stage.publish();
    expect(leaseMs).toBeLessThan(60_000);
    expect(await charity.states()).toEqual(['unknown']);
    expect((await charity.facts()).map((fact) => fact.type)).toContain('baton.post.outcome-unknown.v1');
    if (post)
      expect(await charity.story(post)).toContainEqual(expect.stringContaining('does not send it again'));
  });
});

describe('an X that asks to wait', () => {
  it.each(['asksToWait', 'unreachable'] as const)('is left alone for as long: it %s', async (turn) => {
    const charity = await stage.aCharity();
    charity.account.turns.push(turn);
    let calls = 0;
    charity.account.onCall = () => {
      calls += 1;
    };
    await charity.submit('One', 'Two');
    await stage.publish();
    await charity.submit('Another');
    await stage.pass(500);
    await stage.publish();
    expect(calls).toBe(1);
    expect(await charity.states()).toEqual(['queued', 'queued', 'queued']);
    await stage.pass(2_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two', 'Another']);
  });
});

describe('anything that can go wrong, in any order', () => {
  it(`R4 R5 ${seeds} seeds: nothing twice, nothing lost, nothing called rejected that X has not rejected`, async () => {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
      await playSeed(seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
  });

  async function playSeed(seed: number): Promise<void> {
    const random = seeded(seed);
    const charity = await stage.aCharity();
    let count = 0;
    for (let thread = 0; thread < 1 + random.below(3); thread += 1) {
      const parts = Array.from({ length: 1 + random.below(3) }, () => `seed ${seed}, text ${++count}`);
      await charity.submit(...parts);
    }
    for (let round = 0; round < 6; round += 1) {
      charity.account.turns.push(...Array.from({ length: random.below(4) }, () => random.pick(turns)));
      if (random.chance(0.5)) stage.crashes.at(random.pick(publishingSteps));
      await stage.publish();
      await stage.pass(random.pick([1, 3_000, leaseMs + 1]));
      if (random.chance(0.5)) await stage.reconcile();
    }
    const sentAgain = await endQuietly(charity, () => random.chance(0.5));
    const texts = charity.account.texts();
    expect(duplicates(texts)).toEqual([]);
    expect(charity.account.askedAgain.filter((text) => !sentAgain.has(text))).toEqual([]);
    for (const post of await charity.posts()) {
      const state = post.status.state;
      expect(['published', 'rejected', 'withdrawn']).toContain(state);
      expect({ text: post.text, isOnX: texts.includes(post.text) }).toEqual({
        text: post.text,
        isOnX: state === 'published',
      });
    }
  }

  /**
   * X recovers, time passes, and a person decides what no machine may: at first perhaps before X shows what
   * it has. Answers what was sent again.
   */
  async function endQuietly(charity: CharityOnStage, showsInTime: () => boolean): Promise<Set<string>> {
    const sentAgain = new Set<string>();
    stage.crashes.forget();
    charity.account.turns.length = 0;
    for (let step = 0; step < 5; step += 1) {
      await stage.letEverythingSettle();
      if (step > 1 || showsInTime()) charity.account.showEverything();
      for (const post of await charity.posts()) {
        if (post.status.state !== 'unknown') continue;
        await charity.resolve(post.postId, 'sendAgain');
        sentAgain.add(post.text);
      }
    }
    return sentAgain;
  }
});
