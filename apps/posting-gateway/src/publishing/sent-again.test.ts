import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** A thread whose first part is on X and does not show; a person was told to decide, and sends it again. */
async function sentAgainWhileHidden(charity: CharityOnStage): Promise<PostId> {
  charity.account.turns.push('appliesAndShowsLate');
  const [post] = await charity.submit('Hidden', 'Behind it');
  if (!post) throw new Error('no post');
  await stage.publish();
  await stage.letEverythingSettle();
  await charity.resolve(post, 'sendAgain');
  return post;
}

describe('a post that a person has sent again while X hid the first', () => {
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
    await stage.letEverythingSettle();
    if (!first || !second) throw new Error('no posts');
    await charity.resolve(first, 'sendAgain');
    await charity.decide(second, 'decline', 'Not this one');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'declined']);
    expect(charity.account.askedAgain).toEqual([]);
  });

  it('R6 sent again by a person is stopped by the switch, and named once: as what may be out', async () => {
    const charity = await stage.aCharity();
    const post = await sentAgainWhileHidden(charity);
    const { stopped, unknown } = await charity.setSwitch('takenBack');
    expect(stopped).not.toContain(post);
    expect(unknown).toEqual([post]);
    await charity.release();
    await stage.publish();
    expect(charity.account.askedAgain).toEqual([]);
  });
});
