import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const words = 'Write to robin@example.org';

/** A post that Ann said no to, and that its author asks about again. */
async function askedAgain() {
  const charity = await stage.aCharity();
  const [ann, ben] = [charity.asManager(), charity.asManager()];
  const [postId] = await charity.submit(words);
  if (!postId) throw new Error('no post');
  expect((await charity.queue(ann)).held).toMatchObject([{ postId, appeal: null }]);
  await charity.decide(postId, 'decline', 'No addresses please', undefined, ann);
  expect(await charity.resume(postId)).toMatchObject({ value: { posts: [{ status: { state: 'held' } }] } });
  return { charity, postId, ann, ben };
}

describe('an author who asks again after a no', () => {
  it('is heard by somebody else: who said no cannot say it twice', async () => {
    const { charity, postId, ann, ben } = await askedAgain();
    expect((await charity.queue(ann)).held).toMatchObject([{ appeal: { mayDecline: false } }]);
    expect((await charity.queue(ben)).held).toMatchObject([{ appeal: { mayDecline: true } }]);
    expect(await charity.decide(postId, 'decline', 'Still no', undefined, ann)).toMatchObject({
      refusal: { code: 'saidNoBefore' },
    });
    expect(await charity.states()).toEqual(['held']);
    expect(await charity.decide(postId, 'decline', 'I see it so too', undefined, ben)).toMatchObject({
      value: { status: { state: 'declined', reason: 'I see it so too' } },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });

  it('is let out by somebody else, whose yes overturns the no', async () => {
    const { charity, postId, ben } = await askedAgain();
    expect(await charity.decide(postId, 'approve', '', undefined, ben)).toMatchObject({ ok: true });
    await stage.publish();
    expect(charity.account.texts()).toEqual([words]);
  });

  it('is let out by the same person where they have changed their mind', async () => {
    const { charity, postId, ann } = await askedAgain();
    expect(await charity.decide(postId, 'approve', '', undefined, ann)).toMatchObject({ ok: true });
    await stage.publish();
    expect(charity.account.texts()).toEqual([words]);
  });

  it('is told plainly that the takeover is over', async () => {
    const charity = await stage.aCharity();
    const [postId] = await charity.submit(words);
    if (!postId) throw new Error('no post');
    await charity.decide(postId, 'decline', 'No addresses please');
    await charity.close();
    expect(await charity.resume(postId)).toMatchObject({ refusal: { code: 'windowClosed' } });
  });
});
