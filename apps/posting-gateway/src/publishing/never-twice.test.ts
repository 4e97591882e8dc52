import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { publishingSteps } from '../rehearsal/crash.js';
import { turns } from '../rehearsal/pretend-x.js';
import { leaseMs, PublishingStage, reconcileForMs } from '../rehearsal/publishing-stage.js';
import { seeded } from '../rehearsal/seeded.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** More seeds: `R4_SEEDS=1000`. One seed again: `R4_FIRST=<seed> R4_SEEDS=1`. */
const seeds = Number(process.env['R4_SEEDS'] ?? 20);
const firstSeed = Number(process.env['R4_FIRST'] ?? 1);

/** Long enough for every lease to end, then for every search, with looks in between. */
async function letEverythingSettle(): Promise<void> {
  await stage.pass(leaseMs + 1);
  await stage.publish();
  for (const waited of [1, reconcileForMs / 2, reconcileForMs]) {
    await stage.pass(waited);
    await stage.reconcile();
    await stage.publish();
  }
}

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
    await letEverythingSettle();
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

/** A thread whose first part is on X and does not show; a person was told to decide, and sends it again. */
async function sentAgainWhileHidden(charity: CharityOnStage): Promise<PostId> {
  charity.account.turns.push('appliesAndShowsLate');
  const [post] = await charity.submit('Hidden', 'Behind it');
  if (!post) throw new Error('no post');
  await stage.publish();
  await letEverythingSettle();
  await charity.resolve(post, 'sendAgain');
  return post;
}

describe('an answer that says nothing certain', () => {
  it('R4 is looked up on the timeline: found, it is published', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesThenFails');
    await charity.submit('Applied, then 503');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown']);
    await stage.reconcile();
    expect(await charity.states()).toEqual(['published']);
    expect((await charity.facts()).at(-1)).toMatchObject({
      type: 'baton.post.published.v1',
      revision: 2,
      data: { knownBy: 'timeline' },
    });
  });

  it('R4 is found although it shows late', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    await charity.submit('Late');
    await stage.publish();
    await stage.reconcile();
    expect(await charity.states()).toEqual(['unknown']);
    charity.account.showEverything();
    await stage.pass(1_000);
    await stage.reconcile();
    expect(await charity.states()).toEqual(['published']);
  });

  it('R5 is left to a person when the search has ended, never sent again by machine', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('Not applied');
    await stage.publish();
    if (!post) throw new Error('no post');
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ refusal: { code: 'stillLooking' } });
    await letEverythingSettle();
    await letEverythingSettle();
    expect(await charity.states()).toEqual(['unknown']);
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ ok: true });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Not applied']);
    expect(await charity.states()).toEqual(['published']);
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ refusal: { code: 'notUnknown' } });
  });

  it('R4 is not even sent twice by a person, if it has shown itself meanwhile', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const [post] = await charity.submit('Very late');
    await stage.publish();
    await letEverythingSettle();
    charity.account.showEverything();
    if (post) await charity.resolve(post, 'sendAgain');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Very late']);
    expect(await charity.states()).toEqual(['published']);
  });

  it('R4 is not called rejected because X takes the second copy for a duplicate of the hidden first', async () => {
    const charity = await stage.aCharity();
    const post = await sentAgainWhileHidden(charity);
    await stage.publish();
    expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
      { state: 'unknown', lookingUntil: expect.any(String) },
      { state: 'queued' },
    ]);
    expect((await charity.story(post)).at(-1)).toContain('it may be out');
    expect((await charity.facts()).map(({ type }) => type)).not.toContain('baton.post.rejected.v1');
    charity.account.showEverything();
    await stage.pass(1);
    await stage.reconcile();
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'published']);
    expect(charity.account.texts()).toEqual(['Hidden', 'Behind it']);
  });

  it('R4 is not called rejected by any refusal of a later attempt', async () => {
    const charity = await stage.aCharity();
    await sentAgainWhileHidden(charity);
    charity.account.turns.push('refuses');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'queued']);
  });

  it('R4 sent again by a person is not called unsent because the takeover ended first', async () => {
    const charity = await stage.aCharity();
    const post = await sentAgainWhileHidden(charity);
    await stage.pass(windowMs);
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'queued']);
    expect((await charity.story(post)).at(-1)).toContain('may be out');
    await charity.resolve(post, 'sendAgain');
    await charity.close();
    expect(await charity.states()).toEqual(['unknown', 'missedWindow']);
  });

  it('R4 sent again by a person and taken back by its author may still be out', async () => {
    const charity = await stage.aCharity();
    const post = await sentAgainWhileHidden(charity);
    expect(await charity.withdraw(post)).toMatchObject({ value: { status: { state: 'unknown' } } });
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'withdrawn']);
    expect(charity.account.askedAgain).toEqual([]);
  });

  it('R4 sent again by a person is not called declined with another part of its thread', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const [first, second] = await charity.submit('Hidden', 'Behind it');
    await stage.publish();
    await charity.setSwitch('hold');
    await letEverythingSettle();
    if (!first || !second) throw new Error('no posts');
    await charity.resolve(first, 'sendAgain');
    await charity.decide(second, 'decline', 'Not this one');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'declined']);
    expect(charity.account.askedAgain).toEqual([]);
  });

  it('R6 sent again by a person is stopped by the switch and named as unknown', async () => {
    const charity = await stage.aCharity();
    const post = await sentAgainWhileHidden(charity);
    const { stopped, unknown } = await charity.setSwitch('takenBack');
    expect(stopped).toContain(post);
    expect(unknown).toEqual([post]);
  });

  it('R4 is certain after all when the only attempt turns out not to have left', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Late no');
    charity.account.onCall = async () => {
      charity.account.onCall = () => {};
      await stage.pass(leaseMs + 1);
      await stage.publish();
      expect(await charity.states()).toEqual(['unknown']);
      charity.account.turns.push('unreachable');
    };
    await stage.publish();
    expect(await charity.setSwitch('pause')).toMatchObject({ unknown: [] });
    await stage.pass(windowMs);
    await charity.release();
    await stage.publish();
    expect(await charity.states()).toEqual(['missedWindow']);
  });

  it('stops the thread behind it, which goes on when it is found', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'appliesThenCuts');
    await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'unknown', 'queued']);
    await stage.reconcile();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two', 'Three']);
    expect(charity.account.answers('Three')).toBe('Two');
  });

  it('lets other posts of the account go', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    await charity.submit('Who knows');
    await charity.submit('Another');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'published']);
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

describe('a process that lost its lease in the middle of the call', () => {
  it('R4 still tells the outcome, and nobody sends it again', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Slow');
    charity.account.onCall = async () => {
      charity.account.onCall = () => {};
      await stage.pass(leaseMs + 1);
      await stage.publish();
      expect(await charity.states()).toEqual(['unknown']);
    };
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
    expect(charity.account.texts()).toEqual(['Slow']);
  });

  it.each(['refuses', 'unreachable', 'failsWithoutApplying', 'asksToWait'] as const)(
    'R4 changes nothing when a later attempt has been decided: it %s',
    async (turn) => {
      const charity = await stage.aCharity();
      const [post] = await charity.submit('Very slow');
      if (!post) throw new Error('no post');
      charity.account.onCall = async () => {
        charity.account.onCall = () => {};
        await letEverythingSettle();
        await charity.resolve(post, 'sendAgain');
        await stage.publish();
        expect(await charity.states()).toEqual(['published']);
        charity.account.turns.push(turn);
      };
      await stage.publish();
      await letEverythingSettle();
      expect(await charity.states()).toEqual(['published']);
      expect(charity.account.texts()).toEqual(['Very slow']);
    },
  );

  it('R4 changes nothing while a later attempt is under way', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('Overtaken');
    if (!post) throw new Error('no post');
    const [secondBegan, firstEnded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let second: Promise<void> | undefined;
    charity.account.onCall = async () => {
      charity.account.onCall = () => {
        secondBegan.resolve();
        return firstEnded.promise;
      };
      await letEverythingSettle();
      await charity.resolve(post, 'sendAgain');
      second = stage.publish();
      await secondBegan.promise;
      charity.account.turns.push('unreachable');
    };
    await stage.publish();
    expect(await charity.states()).toEqual(['attempting']);
    firstEnded.resolve();
    await second;
    expect(await charity.states()).toEqual(['published']);
    expect(charity.account.texts()).toEqual(['Overtaken']);
  });

  it('gives its lanes back when it is told to stop, for another to go on at once', async () => {
    const charity = await stage.aCharity();
    await charity.submit('One', 'Two');
    let served = 0;
    await stage.publish(() => served++ > 0);
    expect(charity.account.texts()).toEqual(['One']);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
  });

  it('R4 and lanes served by two processes at once say everything once and in order', async () => {
    const charity = await stage.aCharity();
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const text of texts) await charity.submit(text);
    await Promise.all([stage.publish(), stage.publish(), stage.publish()]);
    await stage.publish();
    expect(charity.account.texts()).toEqual(texts);
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
      await letEverythingSettle();
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
