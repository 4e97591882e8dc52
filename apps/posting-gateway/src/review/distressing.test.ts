import type { PostId } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListFollowUps } from '../crisis/list-follow-ups.js';
import { ListPosts } from '../posts/list-posts.js';
import { ViewPost } from '../posts/view-post.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { ListReviewQueue } from './list-review-queue.js';
import { LookAtPost } from './look-at-post.js';
import { ProposeEdit } from './propose-edit.js';
import { ViewProposal } from './view-proposal.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const look = ({ charityId }: CharityOnStage, postId: PostId, reader: CallContext, evenSo = false) =>
  stage.app.get(LookAtPost).handle({ charityId, postId, evenSo }, reader);

const hard = 'I want to kill myself tonight';
const plain = 'Write to robin@example.org';

describe('S3: what is hard to read', () => {
  it('is hidden in the queue until somebody asks for it, and comes first where somebody may be in danger', async () => {
    const charity = await stage.aCharity();
    const [mild] = await charity.submit(plain);
    const [postId] = await charity.submit(hard);
    if (!postId || !mild) throw new Error('no posts');
    const [ann, ben] = [charity.asManager(), charity.asManager()];
    const { held, exposure } = await charity.queue(ann);
    expect(held.map((post) => [post.postId, post.text])).toEqual([
      [postId, ''],
      [mild, plain],
    ]);
    expect(held[0]?.hidden).toMatchObject({ kinds: ['crisis'], words: expect.stringContaining('danger') });
    expect(JSON.stringify(held)).not.toContain('kill');
    expect(exposure).toEqual({ inLastDay: 0, suggestion: null });
    const looked = await look(charity, postId, ann);
    expect(looked).toMatchObject({ value: { text: hard, edition: 0, exposure: { inLastDay: 1 } } });
    expect((await charity.queue(ann)).held[0]).toMatchObject({ text: hard, hidden: null });
    expect((await charity.queue(ben)).held[0]).toMatchObject({ text: '' });
    await charity.edit(postId, `${hard}!`);
    expect((await charity.queue(ann)).held[0]).toMatchObject({ text: '' });
  });

  it('is counted once for each post, only of that member, and after five a break is suggested', async () => {
    const charity = await stage.aCharity();
    const [ann, ben] = [charity.asManager(), charity.asManager()];
    for (let read = 1; read <= 5; read += 1) {
      const [postId] = await charity.submit(`${hard} ${read}`);
      if (!postId) throw new Error('no post');
      await look(charity, postId, ann);
      const again = await look(charity, postId, ann);
      expect(again).toMatchObject({ value: { exposure: { inLastDay: read } } });
    }
    const [next] = await charity.submit(`${hard} 6`);
    const [mild] = await charity.submit(plain);
    const { held, exposure } = await charity.queue(ann);
    expect(exposure).toMatchObject({ inLastDay: 5, suggestion: expect.stringContaining('break') });
    expect(held.map(({ postId }) => postId).slice(-2)).toEqual([mild, next]);
    expect((await charity.queue(ben)).exposure).toEqual({ inLastDay: 0, suggestion: null });
    await stage.pass(24 * 3_600_000 + 1);
    expect((await charity.queue(ann)).exposure.inLastDay).toBe(0);
  });

  it('is approved by nobody who has not looked; a no needs no look', async () => {
    const charity = await stage.aCharity();
    const [postId] = await charity.submit(hard);
    if (!postId) throw new Error('no post');
    expect(await charity.decide(postId, 'approve')).toMatchObject({ refusal: { code: 'notLookedAt' } });
    expect(await charity.decide(postId, 'decline', 'We are calling you')).toMatchObject({ ok: true });
  });
});

describe('S3: wherever else the team reads', () => {
  it('finds no hard words before it has looked: not in a list, a post, what is suggested, or who needs help', async () => {
    const charity = await stage.aCharity();
    const { charityId, takeoverId } = charity;
    const [postId] = await charity.submit(hard);
    if (!postId) throw new Error('no post');
    const [ann, ben] = [charity.asManager(), charity.asManager()];
    await look(charity, postId, ann);
    await stage.app
      .get(ProposeEdit)
      .handle({ charityId, postId, edition: 0, text: 'I am not well tonight', note: 'Not kill' }, ann);
    const read = async (reader: CallContext) => [
      await stage.app.get(ListPosts).handle({ charityId, takeoverId }, reader),
      await stage.app.get(ViewPost).handle({ charityId, postId }, reader),
      await stage.app.get(ViewProposal).handle({ charityId, postId }, reader),
      await stage.app.get(ListFollowUps).handle({ charityId, closed: false }, reader),
      await stage.app.get(ListReviewQueue).handle({ charityId }, reader),
    ];
    for (const answer of await read(ben)) expect(JSON.stringify(answer)).not.toContain('kill');
    expect(await stage.app.get(ViewProposal).handle({ charityId, postId }, ben)).toMatchObject({
      refusal: { code: 'notLookedAt' },
    });
    for (const answer of await read(ann)) expect(JSON.stringify(answer)).toContain('kill');
    const own = await stage.app.get(ViewPost).handle({ charityId, postId }, charity.asCurator());
    expect(own).toMatchObject({ value: { text: hard, hidden: null } });
  });

  it('can look at them also after they were decided', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    const [postId] = await charity.submit(hard);
    if (!postId) throw new Error('no post');
    await charity.decide(postId, 'decline', 'We are calling you');
    const ann = charity.asManager();
    expect(await stage.app.get(ViewPost).handle({ charityId, postId }, ann)).toMatchObject({
      value: { text: '', hidden: { kinds: ['crisis'] } },
    });
    expect(await look(charity, postId, ann)).toMatchObject({ value: { text: hard } });
  });

  it('is refused from the tenth in a day on, unless somebody says that they look even so', async () => {
    const charity = await stage.aCharity();
    const ann = charity.asManager();
    const posts: PostId[] = [];
    for (let n = 0; n <= 10; n += 1) posts.push(...(await charity.submit(`${hard} ${n}`)));
    const last = posts.pop();
    if (!last) throw new Error('no posts');
    for (const postId of posts) expect(await look(charity, postId, ann)).toMatchObject({ ok: true });
    expect(await look(charity, last, ann)).toMatchObject({
      refusal: { code: 'enoughToday', details: { inLastDay: 10 } },
    });
    expect(await look(charity, posts[0] ?? last, ann)).toMatchObject({ ok: true });
    expect(await look(charity, last, charity.asManager())).toMatchObject({ ok: true });
    expect(await look(charity, last, ann, true)).toMatchObject({ value: { exposure: { inLastDay: 11 } } });
  });
});
