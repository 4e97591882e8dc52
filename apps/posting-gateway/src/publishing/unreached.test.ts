import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { longestPauseMs, pauseAfter } from './unreached.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

describe('an X that is not reached', () => {
  it('is tried again after pauses that double, to two minutes', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 100].map((times) => pauseAfter(times, 5_000));
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, longestPauseMs, longestPauseMs]);
  });

  it('for ten minutes is tried seldom, the story says it once, and the post goes when X is there again', async () => {
    const charity = await stage.aCharity();
    let calls = 0;
    charity.account.onCall = () => {
      calls += 1;
      charity.account.turns.push('unreachable');
    };
    const [post] = await charity.submit('One');
    for (let passedMs = 0; passedMs < 600_000; passedMs += 1_000) {
      await stage.publish();
      await stage.pass(1_000);
    }
    expect(calls).toBeLessThan(15);
    charity.account.onCall = () => {};
    await stage.pass(longestPauseMs);
    await stage.publish();
    expect((await charity.story(post as PostId)).slice(2)).toEqual([
      'Sending it to X.',
      'X could not be reached; nothing was sent. It is tried again.',
      'Published: X has it.',
    ]);
  });

  it('and then is, begins its pauses anew', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('unreachable', 'unreachable', 'answers', 'unreachable');
    await charity.submit('One', 'Two');
    for (const pauseMs of [1_000, 2_000, 1_000]) {
      await stage.publish();
      await stage.pass(pauseMs + 100);
    }
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'published']);
  });
});

describe('a lane that rests', () => {
  it('is the reason why every post that is due waits, and when they may go', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('asksToWait');
    await charity.submit('Told to wait');
    await stage.publish();
    await charity.submit('Waits with it');
    const [told, waits] = (await charity.posts()).map(({ status }) => status);
    expect(told).toMatchObject({ state: 'queued', waitingFor: 'x' });
    expect(waits).toEqual(told);
  });
});
