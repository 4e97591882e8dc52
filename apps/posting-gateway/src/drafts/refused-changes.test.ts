import { DraftId, type editPost, type MediaId, type PostId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { CuratorAtWork } from '../rehearsal/curator-at-work.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function aPost() {
  const charity = await stage.aCharity();
  const [postId] = await charity.submit('As it was');
  if (!postId) throw new Error('no post');
  return { charity, curator: new CuratorAtWork(stage.app, charity), postId };
}
const KeptAs = z.object({ refusal: z.object({ details: z.object({ draftId: DraftId }) }) });
const keptAs = (answer: unknown) => KeptAs.parse(answer).refusal.details.draftId;
const tooLong = 'A long story. '.repeat(30);

/** How a refusal of new words comes about. */
const ways: readonly {
  readonly code: keyof typeof editPost.refusals;
  readonly before?: (charity: CharityOnStage, postId: PostId) => Promise<unknown>;
  readonly text?: string;
  readonly more?: object;
}[] = [
  { code: 'tooLate', before: () => stage.publish() },
  { code: 'changedElsewhere', before: (charity, postId) => charity.edit(postId, 'From another device') },
  { code: 'blocked', text: tooLong },
  { code: 'windowClosed', before: () => stage.pass(windowMs) },
  { code: 'unknownMedia', more: { mediaIds: [newId<MediaId>()] } },
  { code: 'timedOutsideWindow', more: { timedFor: '2020-01-01T00:00:00.000Z' } },
];

describe('new words that could not change a post', () => {
  it.each(ways)('are a draft after $code, which the refusal names', async ({ code, before, text, more }) => {
    const { charity, curator, postId } = await aPost();
    await before?.(charity, postId);
    const words = text ?? 'New words';
    const refused = await charity.edit(postId, words, more);
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(await curator.view(keptAs(refused))).toMatchObject({ state: 'open', posts: [{ text: words }] });
    expect(keptAs(await charity.edit(postId, words, more))).toBe(keptAs(refused));
    expect(await curator.drafts()).toHaveLength(1);
  });

  it('are put away once the post is changed after all', async () => {
    const { charity, curator, postId } = await aPost();
    await charity.edit(postId, tooLong);
    await charity.edit(postId, 'Short');
    expect([await curator.drafts(), (await curator.drafts('sent')).length]).toEqual([[], 1]);
  });

  it('are kept for nobody but the post’s author', async () => {
    const { charity, curator, postId } = await aPost();
    const other = new CuratorAtWork(stage.app, charity, newId());
    await charity.edit(postId, 'Not mine', {}, charity.asCurator(other.curatorId));
    expect([await other.drafts(), await curator.drafts()]).toEqual([[], []]);
  });
});

describe('new words that could not be sent again', () => {
  it('are a draft, each part that was changed; what was not changed stays with its post', async () => {
    const { charity, curator, postId } = await aPost();
    const { mediaIds, poll } = { mediaIds: [], poll: null };
    const refused = await charity.resume(postId, { parts: [{ postId, text: 'New words', mediaIds, poll }] });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'nothingToResume' } });
    expect(await curator.view(keptAs(refused))).toMatchObject({ posts: [{ text: 'New words' }] });
    expect(await charity.resume(postId)).toMatchObject({ refusal: { code: 'nothingToResume' } });
    expect(await curator.drafts()).toHaveLength(1);
  });
});
