import { randomUUID } from 'node:crypto';
import type { Post, PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SetPreferences } from '../preferences/set-preferences.js';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { ConfirmPost } from './confirm-post.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const newPostId = () => randomUUID() as string as PostId;
const later = async (ms: number) => new Date((await stage.now()).getTime() + ms).toISOString();

describe('a post for a moment its author chose', () => {
  it('goes then and not before', async () => {
    const charity = await stage.aCharity();
    const timedFor = await later(600_000);
    await charity.hand({ posts: [{ postId: newPostId(), text: 'At ten' }], timedFor });
    await charity.submit('Now');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Now']);
    expect((await charity.posts())[0]).toMatchObject({
      timedFor,
      status: { state: 'queued', dueAt: timedFor, waitingFor: 'time' },
    });
    await stage.pass(600_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Now', 'At ten']);
  });

  it('R6 does not go when the takeover ended before it', async () => {
    const charity = await stage.aCharity();
    const timedFor = await later(windowMs - 60_000);
    await charity.hand({ posts: [{ postId: newPostId(), text: 'At the very end' }], timedFor });
    await charity.close();
    await stage.pass(windowMs);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow']);
  });
});

describe('a poll', () => {
  it('is kept as it was handed over, with who may answer, and sealed', async () => {
    const charity = await stage.aCharity();
    const poll = { options: ['Nap', 'Walk', 'Rap'], durationMinutes: 60 };
    await charity.hand({
      posts: [{ postId: newPostId(), text: 'What helps?', poll }],
      replySettings: 'mentionedUsers',
    });
    expect((await charity.posts())[0]).toMatchObject({ poll, replySettings: 'mentionedUsers' });
    const [row] = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ post: string }>('SELECT post::text FROM post'),
    );
    expect(row?.post).not.toContain('Nap');
  });

  it.each([
    ['one option', { options: ['Nap'], durationMinutes: 60 }],
    ['five options', { options: ['a', 'b', 'c', 'd', 'e'], durationMinutes: 60 }],
    ['an option of 26 characters', { options: ['a', 'b'.repeat(26)], durationMinutes: 60 }],
    ['two equal options', { options: ['Nap', 'Nap'], durationMinutes: 60 }],
    ['an empty option', { options: ['Nap', ' '], durationMinutes: 60 }],
    ['four minutes', { options: ['Nap', 'Walk'], durationMinutes: 4 }],
    ['eight days', { options: ['Nap', 'Walk'], durationMinutes: 11_520 }],
  ])('is not taken with %s', async (_, poll) => {
    const charity = await stage.aCharity();
    const post = { postId: newPostId(), text: 'What helps?', poll };
    await expect(async () => charity.hand({ posts: [post] })).rejects.toThrow(/poll/);
  });
});

describe('somebody who wants always to be asked first', () => {
  const asked = async (): Promise<CharityOnStage> => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    await stage.app.get(SetPreferences).handle({ charityId, askFirst: true }, charity.asCurator());
    return charity;
  };
  const confirm = async (
    charity: CharityOnStage,
    postId: PostId,
    caller = charity.asCurator(),
    posts?: Post[],
  ) => {
    const seen = (posts ?? (await charity.posts())).map(({ postId, edition }) => ({ postId, edition }));
    return stage.app.get(ConfirmPost).handle({ charityId: charity.charityId, postId, seen }, caller);
  };

  it('is asked: nothing goes before their yes, and all of the thread goes after it', async () => {
    const charity = await asked();
    const [first] = await charity.submit('One', 'Two');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect((await charity.posts())[1]?.status).toMatchObject({ state: 'queued', waitingFor: 'author' });
    if (!first) throw new Error('no post');
    expect(await confirm(charity, first, charity.asCurator(randomUUID() as never))).toMatchObject({
      refusal: { code: 'notYours' },
    });
    await confirm(charity, first);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
    expect(await charity.story(first)).toContain('Its author said yes.');
    expect(await confirm(charity, first)).toMatchObject({ refusal: { code: 'notWaitingForYou' } });
  });

  it('is asked again where another device changed a part of it after they had looked', async () => {
    const charity = await asked();
    const [first, second] = await charity.submit('One', 'Two');
    if (!first || !second) throw new Error('no posts');
    const seen = await charity.posts();
    await charity.edit(second, 'Two, from the phone');
    expect(await confirm(charity, first, charity.asCurator(), seen)).toMatchObject({
      refusal: { code: 'changedElsewhere' },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await confirm(charity, first);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two, from the phone']);
  });

  it('says yes to what the team has to look at as well', async () => {
    const charity = await asked();
    await charity.setSwitch('hold');
    const [post] = await charity.submit('One');
    if (!post) throw new Error('no post');
    await confirm(charity, post);
    await charity.decide(post, 'approve');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One']);
  });
});
