import type { Post, PostId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { openingHeardWithinMs } from './takeover-window.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const untilOpeningMs = 600_000;

/** A charity whose takeover opens in ten minutes, with a post timed for that very moment. */
async function timedForTheOpening(): Promise<CharityOnStage> {
  const charity = await stage.aCharity();
  const opensAt = new Date((await stage.now()).getTime() + untilOpeningMs);
  await stage.database.inCharity(charity.charityId, (tx) =>
    tx.query('UPDATE takeover SET opens_at = $1', [opensAt]),
  );
  await charity.hand({
    posts: [{ postId: newId<PostId>(), text: 'First!' }],
    timedFor: opensAt.toISOString(),
  });
  return charity;
}

const waitsFor = ({ status }: Post) => status.state === 'queued' && status.waitingFor;

describe('a post that is due the moment a takeover opens', () => {
  it('leaves the first word to the introduction, though that can only be called for later', async () => {
    const charity = await timedForTheOpening();
    await stage.pass(untilOpeningMs);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect((await charity.posts()).map(waitsFor)).toEqual(['introduction']);
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'First!']);
  });

  it('waits while X asks the introduction to', async () => {
    const charity = await timedForTheOpening();
    await stage.pass(untilOpeningMs);
    charity.account.turns.push('asksToWait');
    await charity.open();
    await stage.publish();
    await stage.pass(5_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'First!']);
  });

  it('goes a minute after the opening all the same, when nobody has told that it opened', async () => {
    const charity = await timedForTheOpening();
    await stage.pass(untilOpeningMs + openingHeardWithinMs - 10_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await stage.pass(10_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['First!']);
  });

  it('goes at once when X refuses the introduction', async () => {
    const charity = await timedForTheOpening();
    await stage.pass(untilOpeningMs);
    charity.account.turns.push('refuses');
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['First!']);
  });
});
