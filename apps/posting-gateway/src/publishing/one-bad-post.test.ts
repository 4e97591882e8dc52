import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { mostTries } from './record-not-ready.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** Long enough for every try. */
async function tryOften(): Promise<void> {
  for (let tries = 1; tries < mostTries; tries += 1) {
    await stage.pass(200_000);
    await stage.publish();
  }
}

/** Its sealed text is no longer what was sealed. */
const spoilText = (charity: CharityOnStage, post: PostId | undefined) =>
  stage.database.inCharity(charity.charityId, (tx) =>
    tx.query(`UPDATE post SET sealed_text = '\\x00' WHERE post_id = $1`, [post]),
  );

describe('one post that cannot be made ready', () => {
  it('waits by itself: the introduction and what stands behind it go', async () => {
    const charity = await stage.aCharity();
    charity.account.onPrepare = (text) => {
      if (text === 'Bad picture') throw new Error('a fault of ours');
    };
    await charity.submit('Bad picture');
    await stage.publish();
    await charity.open();
    await charity.submit('Good');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Good']);
  });

  it('is held for a person after a few tries, who may have it tried again', async () => {
    const charity = await stage.aCharity();
    charity.account.onPrepare = () => {
      throw new Error('a fault of ours');
    };
    const [post] = await charity.submit('Bad picture');
    await stage.publish();
    expect(await charity.states()).toEqual(['queued']);
    await tryOften();
    expect((await charity.queue()).held).toMatchObject([{ postId: post }]);
    if (!post) throw new Error('no post');
    expect((await charity.story(post)).slice(-2)).toEqual([
      'It could not be made ready; nothing was sent. It is tried again.',
      'Held: it could not be made ready, and nothing was sent. A person looks at it.',
    ]);
    charity.account.onPrepare = () => {};
    await charity.decide(post, 'approve');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Bad picture']);
  });

  it('is set aside when its text does not open, and what stands behind it goes', async () => {
    const charity = await stage.aCharity();
    const [spoilt] = await charity.submit('Spoilt');
    await charity.submit('Good');
    await spoilText(charity, spoilt);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Good']);
    await tryOften();
    expect((await charity.queue()).held).toMatchObject([{ postId: spoilt, text: '' }]);
  });

  it('R4 whose text does not open any more, and which may be out, is left to a person', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const [spoilt] = await charity.submit('Spoilt');
    if (!spoilt) throw new Error('no post');
    await stage.publish();
    await spoilText(charity, spoilt);
    await stage.reconcile();
    await stage.pass(120_000);
    await stage.reconcile();
    expect((await charity.posts())[0]?.status).toMatchObject({ state: 'unknown', lookingUntil: null });
    await charity.resolve(spoilt, 'sendAgain');
    await stage.publish();
    await tryOften();
    expect(await charity.states()).toEqual(['unknown']);
  });
});
