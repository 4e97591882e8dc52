import { type CuratorId, type Draft, type MediaId, type MentionId, saveDraft } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CuratorAtWork, newDraftId, texts } from '../rehearsal/curator-at-work.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

const dayMs = 86_400_000;
let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function aCurator() {
  const charity = await stage.aCharity();
  return { charity, curator: new CuratorAtWork(stage.app, charity) };
}
const wordsOf = (draft: Draft | undefined) => draft?.posts.map(({ text }) => text);

describe('a draft', () => {
  it('is kept as it was typed, by a curator who has no takeover yet', async () => {
    const { charity } = await aCurator();
    const curator = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    const draftId = newDraftId();
    const content = {
      posts: [
        { text: '', mediaIds: [newId<MediaId>()], poll: null },
        { text: 'x'.repeat(281), mediaIds: [], poll: { options: ['Y'], durationMinutes: 0 } },
        { text: '  two lines\n\n👩‍👩‍👧‍👧 ‮ and more ', mediaIds: [], poll: null },
      ],
      replySettings: 'following' as const,
      timedFor: '2026-11-27T17:30:00.000Z',
      inReplyTo: newId<MentionId>(),
      quoteOf: null,
    };
    const { draft, conflict } = await curator.save(draftId, 0, content);
    expect(conflict).toBeNull();
    expect(draft).toMatchObject({ draftId, state: 'open', revision: 1, ...content });
    expect(await curator.view(draftId)).toEqual(draft);
  });

  it('is changed by whoever edited its newest revision', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Hell'));
    const { draft } = await curator.save(draftId, 1, texts('Hello'));
    expect([draft.revision, wordsOf(draft)]).toEqual([2, ['Hello']]);
    expect(await curator.drafts()).toEqual(['Hello']);
  });

  it('can be saved again with the same words, whatever has become of the answer', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Same'));
    expect(await curator.save(draftId, 0, texts('Same'))).toMatchObject({
      draft: { revision: 1 },
      conflict: null,
    });
  });

  it('changed on two devices becomes two, and each says where its words are', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Begun on the phone'));
    await curator.save(draftId, 1, texts('Changed on the phone'));
    const late = await curator.save(draftId, 1, texts('Changed on the laptop'));
    expect(late.conflict).toMatchObject({ draftId, revision: 2, opening: 'Changed on the phone' });
    expect(late.draft.draftId).not.toBe(draftId);
    expect(wordsOf(late.draft)).toEqual(['Changed on the laptop']);
    expect(wordsOf(await curator.view(draftId))).toEqual(['Changed on the phone']);
    const again = await curator.save(draftId, 1, texts('Changed on the laptop'));
    expect(again.draft).toEqual(late.draft);
    expect((await curator.drafts()).sort()).toEqual(['Changed on the laptop', 'Changed on the phone']);
  });

  it('saved twenty times at once with the same words is one', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    const saved = await Promise.all(
      Array.from({ length: 20 }, () => curator.save(draftId, 0, texts('At once'))),
    );
    expect(new Set(saved.map(({ draft }) => `${draft.draftId} ${draft.revision}`)).size).toBe(1);
    expect(await curator.drafts()).toEqual(['At once']);
  });

  it('saved twenty times at once with other words each time loses none of them', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    const all = Array.from({ length: 20 }, (_, index) => `Version ${index}`);
    await Promise.all(all.map((text) => curator.save(draftId, 0, texts(text))));
    expect((await curator.drafts()).sort()).toEqual([...all].sort());
  });

  it('is nobody else’s: another curator finds nothing under its id, and keeps their own there', async () => {
    const { charity, curator } = await aCurator();
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Mine'));
    expect(await other.view(draftId)).toBeUndefined();
    expect(await other.discard(draftId)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await other.restore(draftId)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await other.save(draftId, 0, texts('Theirs'))).toMatchObject({
      draft: { draftId },
      conflict: null,
    });
    expect([await curator.drafts(), await other.drafts()]).toEqual([['Mine'], ['Theirs']]);
  });

  it('of another charity is not there', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Mine'));
    const elsewhere = new CuratorAtWork(stage.app, await stage.aCharity(), curator.curatorId);
    expect(await elsewhere.view(draftId)).toBeUndefined();
    expect(await elsewhere.drafts()).toEqual([]);
  });

  it('is the hundred and first only once another is put away', async () => {
    const { curator } = await aCurator();
    const ids = Array.from({ length: 100 }, newDraftId);
    for (const [index, id] of ids.entries()) await curator.save(id, 0, texts(`${index}`));
    const oneMore = newDraftId();
    expect(await curator.trySave(oneMore, 0, texts('More'))).toMatchObject({
      refusal: { code: 'tooManyDrafts' },
    });
    const [first = oneMore] = ids;
    await curator.save(first, 1, texts('Still changed'));
    await curator.discard(first);
    await curator.save(oneMore, 0, texts('More'));
  });

  it('can be typed on in however many there are', async () => {
    const { curator } = await aCurator();
    const [first = newDraftId(), ...others] = Array.from({ length: 100 }, newDraftId);
    for (const id of [first, ...others]) await curator.save(id, 0, texts('Begun'));
    await curator.save(first, 1, texts('Changed on the phone'));
    await curator.save(first, 1, texts('Changed on the laptop'));
    await curator.save(first, 2, texts('Typed on, on the phone'));
    const { draft } = await curator.save(first, 2, texts('Typed on, on the tablet'));
    expect((await curator.drafts()).length).toBe(102);
    await curator.save(draft.draftId, draft.revision, texts('Typed on, on the tablet too'));
    expect(wordsOf(await curator.view(first))).toEqual(['Typed on, on the phone']);
  });
});

describe('a draft that is put away', () => {
  it('can be restored for thirty days, and then is gone', async () => {
    const { curator } = await aCurator();
    const [kept, lost] = [newDraftId(), newDraftId()];
    for (const id of [kept, lost]) await curator.save(id, 0, texts('Words'));
    for (const id of [kept, lost]) await curator.discard(id);
    expect(await curator.discard(kept)).toMatchObject({ value: { state: 'discarded', revision: 2 } });
    expect([await curator.drafts(), await curator.drafts('discarded')]).toEqual([[], ['Words', 'Words']]);
    await stage.pass(29 * dayMs);
    expect(await curator.restore(kept)).toMatchObject({ value: { state: 'open', revision: 3 } });
    expect(await curator.restore(kept)).toMatchObject({ value: { state: 'open', revision: 3 } });
    await stage.pass(2 * dayMs);
    expect(await curator.restore(lost)).toMatchObject({ refusal: { code: 'notFound' } });
    expect([await curator.drafts(), await curator.drafts('discarded')]).toEqual([['Words'], []]);
  });

  it('takes nothing along of what somebody still types on another device', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    await curator.save(draftId, 0, texts('Begun'));
    await curator.discard(draftId);
    const { conflict } = await curator.save(draftId, 1, texts('Begun, and gone on'));
    expect(conflict).toMatchObject({ draftId, state: 'discarded' });
    expect(await curator.drafts()).toEqual(['Begun, and gone on']);
  });
});

describe('what a draft cannot be is said in words, of the field', () => {
  const problem = (content: object): [string, string][] => {
    const request = { charityId: newId(), draftId: newId(), basedOn: 0, ...content };
    const parsed = saveDraft.input.safeParse(request);
    return parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
  };
  const broken = 'holds a broken character: please delete it and type it again';
  const cases: readonly (readonly [string, object, string, string])[] = [
    ['a NUL', texts('a\0b'), 'posts.0.text', broken],
    ['half a character', texts('fine', 'half \ud83d of one'), 'posts.1.text', broken],
    [
      'half a character in a poll',
      { posts: [{ text: '', poll: { options: ['\udc00'], durationMinutes: 5 } }] },
      'posts.0.poll.options.0',
      broken,
    ],
    [
      '100 kB of text in one post',
      texts('x'.repeat(100_000)),
      'posts.0.text',
      'is far too long for a post: please go on in a second one',
    ],
    [
      'a novel in 25 posts',
      texts(...Array.from({ length: 25 }, () => 'x'.repeat(6_001))),
      'posts',
      'are more than 150,000 characters in all: please make two of it',
    ],
    [
      '26 posts',
      texts(...Array.from({ length: 26 }, () => 'x')),
      'posts',
      'can be at most 25 posts in one thread',
    ],
  ];
  it.each(cases)('%s', (_, content, field, words) => {
    expect(problem(content)).toEqual([[field, words]]);
  });

  it('100 kB in a thread are kept to the last character', async () => {
    const { curator } = await aCurator();
    const draftId = newDraftId();
    const all = Array.from({ length: 25 }, (_, index) => `${index}${'ü'.repeat(4_000)}.`);
    await curator.save(draftId, 0, texts(...all));
    expect(wordsOf(await curator.view(draftId))).toEqual(all);
  });
});
