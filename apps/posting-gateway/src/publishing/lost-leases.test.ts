import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaseMs, PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

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
        await stage.letEverythingSettle();
        await charity.resolve(post, 'sendAgain');
        await stage.publish();
        expect(await charity.states()).toEqual(['published']);
        charity.account.turns.push(turn);
      };
      await stage.publish();
      await stage.letEverythingSettle();
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
      await stage.letEverythingSettle();
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
