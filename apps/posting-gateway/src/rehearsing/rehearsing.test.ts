import { type CuratorId, firstPostPrepared, type PostId, rehearsalDone, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { CuratorAtWork, newDraftId, texts } from '../rehearsal/curator-at-work.js';
import { CuratorRehearsing } from '../rehearsal/curator-rehearsing.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { mostRehearsed } from './rehearsal-row.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** A charity, and somebody it has accepted of whom this service has heard nothing. */
async function preparing(): Promise<{
  charity: CharityOnStage;
  robin: CuratorRehearsing<unknown>;
  id: CuratorId;
}> {
  const charity = await stage.aCharity();
  const id = newId<CuratorId>();
  await charity.setPolicy({ undoSeconds: 20 });
  return { charity, id, robin: new CuratorRehearsing(stage.app, charity, id) };
}
const said = async (charity: CharityOnStage, event: typeof rehearsalDone | typeof firstPostPrepared) =>
  (await charity.facts()).filter(({ type }) => type === wireTypeOf(event)).map(({ data }) => data);
const number = 'Ring me on 07700 900123';

describe('a rehearsed post', () => {
  it('is counted, checked and shown as a real one, in the same words', async () => {
    const { charity, robin } = await preparing();
    const text = `My site https://example.org/${'a'.repeat(60)} and a plant 🌵`;
    const [rehearsed] = await robin.posts(text);
    const [realId] = await charity.submit(text);
    const real = (await charity.posts()).find(({ postId }) => postId === realId);
    expect(rehearsed).toMatchObject({
      ...{ text, weightedLength: real?.weightedLength, findings: real?.findings },
      timeline: real?.timeline.map(({ by, what }) => ({ by, what })),
    });
    expect(rehearsed?.remaining).toBe(280 - (rehearsed?.weightedLength ?? 0));
  });

  it('goes out by itself when the time to undo is over, on a timeline nobody else has', async () => {
    const { charity, robin } = await preparing();
    await robin.posts('Hello', 'and again');
    expect((await robin.look()).posts).toMatchObject([
      {
        text: 'Hello',
        position: 1,
        status: { state: 'waiting' },
        undo: expect.stringContaining('Take it back'),
      },
      { text: 'and again', position: 2, status: { state: 'waiting' } },
    ]);
    await stage.pass(20_001);
    expect((await robin.look()).posts).toMatchObject([
      { status: { state: 'out' } },
      { status: { state: 'out' } },
    ]);
    const other = new CuratorRehearsing(stage.app, charity, newId<CuratorId>());
    expect((await other.look()).posts).toEqual([]);
  });

  it('shows what the charity’s policy does: a person looks, or it is not taken', async () => {
    const { charity, robin } = await preparing();
    await charity.setPolicy({ contactDetails: 'hold', links: 'block' });
    expect(await robin.posts(number)).toMatchObject([
      { status: { state: 'held' }, findings: [{ check: 'contactDetails', verdict: 'hold' }] },
    ]);
    expect(await robin.posts('See https://example.org', 'and more')).toMatchObject([
      { status: { state: 'blocked' }, findings: [{ check: 'links' }], undo: null },
      { status: { state: 'blocked' }, findings: [] },
    ]);
    expect((await robin.posts('long '.repeat(100)))[0]).toMatchObject({ status: { state: 'blocked' } });
    expect(await charity.queue()).toMatchObject({ held: [], unknown: [] });
  });

  it('may have a poll and a time of its own; a time outside the rehearsed weekend is refused with the words kept', async () => {
    const { charity, id, robin } = await preparing();
    const poll = { options: ['Tea', 'Coffee'], durationMinutes: 60 };
    const later = (ms: number) => new Date(Date.now() + ms).toISOString();
    const post = () => ({ text: 'Which?', postId: newId<PostId>(), poll });
    expect(await robin.tryPosts({ posts: [post()], timedFor: later(24 * 3_600_000) })).toMatchObject({
      value: {
        posts: [{ poll, timeline: [{}, { what: expect.stringContaining('at the time you chose') }] }],
      },
    });
    expect(await robin.tryPosts({ posts: [post()], timedFor: later(96 * 3_600_000) })).toMatchObject({
      refusal: { code: 'timedOutsideWindow', details: { draftId: expect.any(String) } },
    });
    expect(await new CuratorAtWork(stage.app, charity, id).drafts()).toEqual(['Which?']);
  });

  it('sent again gives the same answer, also of eight clicks at once; other words under its id are refused', async () => {
    const { robin } = await preparing();
    const ids = [newId<PostId>(), newId<PostId>()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => robin.tryTexts(['One', 'Two'], ids)));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    expect((await robin.look()).posts).toHaveLength(2);
    expect(await robin.tryTexts(['One', 'Three'], ids)).toMatchObject({ refusal: { code: 'idReused' } });
  });

  it('names pictures that are there, and is refused with those that are not', async () => {
    const { robin } = await preparing();
    const posts = [{ text: 'Look', postId: newId<PostId>(), mediaIds: [newId()] }];
    expect(await robin.tryPosts({ posts })).toMatchObject({ refusal: { code: 'unknownMedia' } });
  });

  it('fits until there are a hundred; after that a clear word, and beginning again makes room', async () => {
    const { robin } = await preparing();
    for (let thread = 0; thread < mostRehearsed / 25; thread += 1) {
      await robin.posts(...Array.from({ length: 25 }, (_, part) => `Part ${part} of ${thread}`));
    }
    expect(await robin.look()).toMatchObject({ room: 0 });
    expect(await robin.tryTexts(['One more'])).toMatchObject({ refusal: { code: 'rehearsalFull' } });
    expect(await robin.clear()).toMatchObject({ value: { posts: [], room: mostRehearsed } });
    await robin.posts('One more');
  });
});

describe('undoing in a rehearsal', () => {
  it('takes a waiting post back with the rest of its thread, and says the same again', async () => {
    const { robin } = await preparing();
    const [, second] = await robin.posts('One', 'Two', 'Three');
    if (!second) throw new Error('no post');
    const first = await robin.undo(second.postId);
    expect(first).toMatchObject({ value: { status: { state: 'withdrawn' }, undo: null } });
    expect(await robin.undo(second.postId)).toEqual(first);
    expect((await robin.look()).posts.map(({ status }) => status.state)).toEqual([
      ...['waiting', 'withdrawn', 'withdrawn'],
    ]);
  });

  it('deletes one that is out alone, and says that somebody may have read it', async () => {
    const { robin } = await preparing();
    const [post] = await robin.posts('One', 'Two');
    if (!post) throw new Error('no post');
    await stage.pass(20_001);
    expect(await robin.undo(post.postId)).toMatchObject({
      value: { status: { state: 'deleted' }, words: expect.stringContaining('may have read it') },
    });
    expect((await robin.look()).posts.map(({ status }) => status.state)).toEqual(['deleted', 'out']);
  });

  it('does not find what another curator tried', async () => {
    const { charity, robin } = await preparing();
    const [post] = await robin.posts('Mine');
    if (!post) throw new Error('no post');
    const other = new CuratorRehearsing(stage.app, charity, newId<CuratorId>());
    expect(await other.undo(post.postId)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});

describe('the made-up messages', () => {
  it('are a kind one, a question, and one that the real shield sets aside', async () => {
    const { robin } = await preparing();
    expect((await robin.look()).messages).toMatchObject([
      { message: 'kind', setAside: null },
      { message: 'question', setAside: null },
      { message: 'unkind', setAside: { kinds: expect.arrayContaining(['abuse']) } },
    ]);
  });

  it('can be answered and parked, and taken back', async () => {
    const { robin } = await preparing();
    const posts = [{ text: 'I go quiet, too', postId: newId<PostId>() }];
    expect(await robin.tryPosts({ posts, answers: 'question' })).toMatchObject({
      value: { posts: [{ answers: 'question' }] },
    });
    expect(await robin.park('kind')).toMatchObject({ value: { message: 'kind', parked: true } });
    await robin.park('kind');
    expect((await robin.look()).messages).toMatchObject([
      { parked: true, answered: false },
      { parked: false, answered: true },
      { parked: false, answered: false },
    ]);
    expect(await robin.park('kind', false)).toMatchObject({ value: { parked: false } });
  });
});

describe('who has rehearsed', () => {
  it('is said once, when the first post would go out, and never what was in it', async () => {
    const { charity, id, robin } = await preparing();
    await charity.setPolicy({ contactDetails: 'hold' });
    await robin.posts(number);
    await robin.posts('long '.repeat(100));
    expect(await said(charity, rehearsalDone)).toEqual([]);
    await robin.posts('Hello');
    await robin.posts('Hello again');
    await robin.clear();
    await robin.posts('And again');
    expect(await said(charity, rehearsalDone)).toEqual([{ curatorId: id }]);
  });

  it('is said, too, where the charity looks at every post and none would go by itself', async () => {
    const { charity, id, robin } = await preparing();
    await charity.setPolicy({ review: 'every' });
    await robin.posts('Hello');
    expect(await said(charity, rehearsalDone)).toEqual([{ curatorId: id }]);
  });

  it('has prepared a first post once a draft of theirs has a word in it', async () => {
    const { charity, id } = await preparing();
    const robin = new CuratorAtWork(stage.app, charity, id);
    await robin.save(newDraftId(), 0, texts('  '));
    expect(await said(charity, firstPostPrepared)).toEqual([]);
    await robin.save(newDraftId(), 0, texts('My first words'));
    await robin.save(newDraftId(), 0, texts('My second words'));
    expect(await said(charity, firstPostPrepared)).toEqual([{ curatorId: id }]);
    expect(JSON.stringify(await charity.facts())).not.toContain('words');
  });
});
