import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { LookAtPost } from './look-at-post.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const hard = 'I want to kill myself tonight';
const plain = 'Write to robin@example.org';

describe('S3: what is hard to read', () => {
  it('is hidden in the queue until somebody asks for it, and comes first where somebody may be in danger', async () => {
    const charity = await stage.aCharity();
    const [mild] = await charity.submit(plain);
    const [postId] = await charity.submit(hard);
    if (!postId || !mild) throw new Error('no posts');
    const { charityId } = charity;
    const [ann, ben] = [charity.asManager(), charity.asManager()];
    const { held, exposure } = await charity.queue(ann);
    expect(held.map((post) => [post.postId, post.text])).toEqual([
      [postId, ''],
      [mild, plain],
    ]);
    expect(held[0]?.hidden).toMatchObject({ kinds: ['crisis'], words: expect.stringContaining('danger') });
    expect(JSON.stringify(held)).not.toContain('kill');
    expect(exposure).toEqual({ inLastDay: 0, suggestion: null });
    const look = await stage.app.get(LookAtPost).handle({ charityId, postId }, ann);
    expect(look).toMatchObject({ value: { text: hard, edition: 0, exposure: { inLastDay: 1 } } });
    expect((await charity.queue(ann)).held[0]).toMatchObject({ text: hard, hidden: null });
    expect((await charity.queue(ben)).held[0]).toMatchObject({ text: '' });
    await charity.edit(postId, `${hard}!`);
    expect((await charity.queue(ann)).held[0]).toMatchObject({ text: '' });
  });

  it('is counted once for each post, only of that member, and after five a break is suggested', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    const [ann, ben] = [charity.asManager(), charity.asManager()];
    for (let read = 1; read <= 5; read += 1) {
      const [postId] = await charity.submit(`${hard} ${read}`);
      if (!postId) throw new Error('no post');
      await stage.app.get(LookAtPost).handle({ charityId, postId }, ann);
      const again = await stage.app.get(LookAtPost).handle({ charityId, postId }, ann);
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
