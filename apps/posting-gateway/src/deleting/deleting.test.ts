import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { pace } from './queue-deletions.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** A charity with this much out. */
async function withPosts(...texts: string[]): Promise<CharityOnStage> {
  const charity = await stage.aCharity();
  for (const text of texts) await charity.submit(text);
  await stage.publish();
  return charity;
}

/** Asks for all deletions that are due now. */
async function deleteDue(): Promise<void> {
  for (let rounds = 0; rounds < 40; rounds += 1) await stage.delete();
}

describe('deleting what a curator has out', () => {
  it('P5: has X delete all of it, the introduction too, and writes down that it is gone', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    const [first] = await charity.submit('First');
    await charity.submit('Second');
    await stage.publish();
    expect(charity.account.texts()).toHaveLength(3);
    await charity.withdrawsConsent('delete');
    await deleteDue();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['deleted', 'deleted', 'deleted']);
    if (first) {
      expect(await charity.story(first)).toContain('X has deleted it. What others copied stays with them.');
    }
    const facts = (await charity.facts()).map(({ type }) => type);
    expect(facts.filter((type) => type === 'baton.post.deleted.v1')).toHaveLength(3);
  });

  it('deletes nothing where the wish was to keep it, and once said, deleting stays the wish', async () => {
    const charity = await withPosts('Out');
    await charity.withdrawsConsent('keep');
    await deleteDue();
    expect(charity.account.texts()).toEqual(['Out']);
    await charity.leaves('delete');
    await charity.withdrawsConsent('keep');
    await deleteDue();
    expect(charity.account.texts()).toEqual([]);
  });

  it('deletes what X was being asked to publish at that moment, once it is known to be out', async () => {
    const charity = await stage.aCharity();
    await charity.submit('On its way');
    charity.account.onCall = () => charity.withdrawsConsent('delete');
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
    await deleteDue();
    expect(await charity.states()).toEqual(['deleted']);
    expect(charity.account.texts()).toEqual([]);
  });

  it('deletes what is found on the timeline only later', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesThenCuts');
    await charity.submit('Perhaps out');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown']);
    await charity.withdrawsConsent('delete');
    await stage.reconcile();
    await deleteDue();
    expect(await charity.states()).toEqual(['deleted']);
  });

  it('asks again after a trouble, later and later', async () => {
    const charity = await withPosts('Out');
    charity.account.removals.push({ outcome: 'later' }, { outcome: 'later' });
    await charity.withdrawsConsent('delete');
    await deleteDue();
    expect(await charity.states()).toEqual(['published']);
    await stage.pass(30_000);
    await deleteDue();
    expect(await charity.states()).toEqual(['published']);
    await stage.pass(60_000);
    await deleteDue();
    expect(await charity.states()).toEqual(['deleted']);
  });

  it('asks a person when X refuses, and notices the day after that they have done it', async () => {
    const charity = await withPosts('Out');
    charity.account.removals.push({ outcome: 'refused' });
    await charity.withdrawsConsent('delete');
    await deleteDue();
    const [post] = (await charity.queue()).toDeleteByHand;
    expect(post?.timeline.at(-1)?.what).toContain('delete it on X by hand');
    await stage.pass(86_400_000);
    await deleteDue();
    expect(await charity.states()).toEqual(['deleted']);
    expect((await charity.queue()).toDeleteByHand).toEqual([]);
  });

  it('leaves the whole account alone for as long as X asks', async () => {
    const charity = await withPosts('One', 'Two', 'Three', 'Four', 'Five', 'Six');
    const at = new Date(Date.now() + 600_000);
    for (let calls = 0; calls < 4; calls += 1) charity.account.removals.push({ outcome: 'laterAll', at });
    await charity.withdrawsConsent('delete');
    await deleteDue();
    expect(charity.account.texts()).toHaveLength(6);
    await stage.pass(601_000);
    await deleteDue();
    expect(charity.account.texts()).toEqual([]);
  });

  it('asks no more often than X allows', async () => {
    const many = Array.from({ length: pace.atOnce + 5 }, (_, index) => `Post ${index}`);
    const charity = await withPosts(...many);
    await charity.withdrawsConsent('delete');
    await deleteDue();
    expect(charity.account.texts()).toHaveLength(5);
    await stage.pass(pace.everyMs);
    await deleteDue();
    expect(charity.account.texts()).toEqual([]);
  });
});

describe('deleting one post', () => {
  it('is for its author, also after the takeover, and says that answers and the rest of its thread stay', async () => {
    const charity = await stage.aCharity();
    const [, second] = await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    await charity.close();
    await stage.publish();
    if (!second) throw new Error('no post');
    const answer = await charity.deletes(second);
    expect(answer).toMatchObject({ value: { status: { state: 'published', removal: 'asked' } } });
    expect(await charity.deletes(second)).toEqual(answer);
    const told = answer.ok ? answer.value.timeline.at(-1) : undefined;
    expect(told).toMatchObject({ by: 'author', what: expect.stringContaining('rest of the thread stays') });
    await deleteDue();
    expect(charity.account.texts()).toEqual(['One', 'Three']);
    expect(await charity.deletes(second)).toMatchObject({ value: { status: { state: 'deleted' } } });
  });

  it('stops what waits behind the only part that was out, in words, and its author can let it go on', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'asksToWait');
    const [first, second, third] = await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'queued', 'queued']);
    if (!first || !second || !third) throw new Error('no posts');
    await charity.deletes(first);
    await deleteDue();
    expect(await charity.states()).toEqual(['deleted', 'withdrawn', 'withdrawn']);
    expect((await charity.story(third)).at(-1)).toContain('words are kept');
    const edits = (await charity.posts())[1]?.edits ?? 0;
    expect(await charity.resume(second, { basedOn: edits })).toMatchObject({ ok: true });
    await stage.pass(3_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Two', 'Three']);
    expect(charity.account.answers('Three')).toBe('Two');
  });

  it.each(['takenBack', 'suspended'] as const)(
    'R6 works for the team while the charity is %s',
    async (how) => {
      const charity = await withPosts('Not safe');
      await (how === 'takenBack' ? charity.setSwitch(how) : charity.stands(how));
      const [post] = await charity.posts();
      if (!post) throw new Error('no post');
      await charity.deletes(post.postId, 'team');
      await deleteDue();
      expect(charity.account.texts()).toEqual([]);
      const asked = (await charity.facts()).filter(({ data }) => data['action'] === 'post.deletion-asked');
      expect(asked).toMatchObject([{ data: { about: post.postId } }]);
    },
  );

  it('comes before all that a withdrawn consent has deleted, and within what X allows', async () => {
    const many = Array.from({ length: 45 }, (_, index) => `Post ${index}`);
    const charity = await withPosts(...many);
    await charity.withdrawsConsent('delete');
    const last = (await charity.posts()).at(-1);
    if (!last) throw new Error('no post');
    await charity.deletes(last.postId, 'team');
    await stage.delete();
    expect(charity.account.texts()).not.toContain(last.text);
    await deleteDue();
    expect(charity.account.texts().length).toBeGreaterThan(0);
    const [safety] = await charity.posts();
    const left = (await charity.posts()).find(({ status }) => status.state === 'published') ?? safety;
    if (!left) throw new Error('no post');
    await charity.deletes(left.postId, 'team');
    await deleteDue();
    expect(charity.account.texts()).not.toContain(left.text);
  });

  it('shows when a person has to do it by hand', async () => {
    const charity = await withPosts('Out');
    const [post] = await charity.posts();
    if (!post) throw new Error('no post');
    charity.account.removals.push({ outcome: 'refused' });
    await charity.deletes(post.postId);
    await deleteDue();
    expect((await charity.posts())[0]?.status).toMatchObject({ state: 'published', removal: 'byHand' });
  });

  it('points to taking back what has not gone yet', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('Waits');
    if (!post) throw new Error('no post');
    expect(await charity.deletes(post)).toMatchObject({ refusal: { code: 'notOutYet' } });
  });
});
