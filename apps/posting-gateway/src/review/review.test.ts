import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const heldText = 'Write to robin@example.org';

describe('a held post', () => {
  it('goes when a moderator says yes; the same yes again is harmless', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit(heldText);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect((await charity.queue()).held).toMatchObject([{ postId: post, text: heldText }]);
    if (!post) throw new Error('no post');
    await charity.decide(post, 'approve');
    await stage.publish();
    expect(await charity.decide(post, 'approve')).toMatchObject({
      value: { status: { state: 'published' } },
    });
    expect(charity.account.texts()).toEqual([heldText]);
    const ofPost = (await charity.facts()).filter(({ type }) => type.startsWith('baton.post.'));
    expect(ofPost.map(({ type, revision }) => [type, revision])).toEqual([
      ['baton.post.held.v1', 1],
      ['baton.post.decided.v1', 2],
      ['baton.post.published.v1', 3],
    ]);
  });

  it('never goes when a moderator says no, and only its author and the team can read why', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit(heldText);
    if (!post) throw new Error('no post');
    await charity.decide(post, 'decline', 'Your address would stay on the internet');
    await stage.publish();
    expect(await charity.decide(post, 'approve')).toMatchObject({ refusal: { code: 'decidedMeanwhile' } });
    expect((await charity.posts())[0]?.status).toEqual({
      state: 'declined',
      reason: 'Your address would stay on the internet',
    });
    expect(charity.account.texts()).toEqual([]);
    const [dump] = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ row: string }>('SELECT post::text AS row FROM post WHERE post_id = $1', [post]),
    );
    for (const encoding of ['utf8', 'hex'] as const) {
      expect(dump?.row).not.toContain(Buffer.from('would stay').toString(encoding));
    }
  });

  it('keeps its whole thread waiting, and takes it along either way', async () => {
    const charity = await stage.aCharity();
    const [, yes] = await charity.submit('One', heldText, 'Three');
    const [, no] = await charity.submit('Uno', heldText, 'Tre');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    if (!yes || !no) throw new Error('no posts');
    await charity.decide(yes, 'approve');
    await charity.decide(no, 'decline', 'No addresses please');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', heldText, 'Three']);
    expect((await charity.posts()).slice(3).map(({ status }) => status)).toEqual([
      { state: 'declined', reason: 'Part 2 of this thread was declined: No addresses please' },
      { state: 'declined', reason: 'No addresses please' },
      { state: 'declined', reason: 'Part 2 of this thread was declined: No addresses please' },
    ]);
  });
});

describe('what X refuses', () => {
  it('ends the post in words and stops the thread behind it', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'refuses');
    await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
      { state: 'published' },
      { state: 'rejected', reason: 'refusedByX', words: 'X did not like it.' },
      { state: 'withdrawn' },
    ]);
  });
});

describe('an unknown outcome', () => {
  it('waits in the queue for a person, who may let it go', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('One', 'Two');
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    if (!post) throw new Error('no post');
    expect((await charity.queue()).unknown).toMatchObject([
      { postId: post, status: { state: 'unknown', lookingUntil: null } },
    ]);
    expect(await charity.resolve(post, 'letItGo')).toMatchObject({
      value: { status: { state: 'withdrawn' } },
    });
    await stage.publish();
    expect(await charity.states()).toEqual(['withdrawn', 'withdrawn']);
    expect(charity.account.texts()).toEqual([]);
  });

  it('explains each choice and its risk to the person who decides, and tells the author that one does', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('One');
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    const { choices } = await charity.queue();
    expect(choices.map(({ verdict }) => verdict)).toEqual(['isOut', 'sendAgain', 'letItGo']);
    expect(choices.map(({ words }) => /risk/i.test(words))).toEqual([true, true, true]);
    if (!post) throw new Error('no post');
    expect((await charity.story(post)).at(-1)).toContain('A person of the team decides');
  });

  it('is published when a person found it on X, and its thread goes on behind it', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const [post, next] = await charity.submit('One', 'Two');
    await stage.publish();
    if (!post || !next) throw new Error('no posts');
    for (const named of ['', 'that one', 'https://x.com/anna/status/2063000000000000001']) {
      expect(await charity.resolve(post, 'isOut', named)).toMatchObject({
        refusal: { code: 'notAPostOfTheAccount' },
      });
    }
    const found = 'https://x.com/Shine/status/2063000000000000001';
    expect(await charity.resolve(post, 'isOut', found)).toMatchObject({
      value: { status: { state: 'published', xPostId: '2063000000000000001' } },
    });
    const [fact] = (await charity.facts()).filter(({ type }) => type === 'baton.post.published.v1');
    expect(fact?.data['knownBy']).toBe('person');
    charity.account.turns.push('failsWithoutApplying');
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'unknown']);
    expect(await charity.resolve(next, 'isOut', '2063000000000000001')).toMatchObject({
      refusal: { code: 'knownAsAnother' },
    });
  });

  it('is not sent again through another account than it was written for', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('One');
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE account SET state = 'replaced'`),
    );
    if (!post) throw new Error('no post');
    expect((await charity.queue()).unknown).toMatchObject([{ postId: post }]);
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ refusal: { code: 'accountReplaced' } });
    expect(await charity.resolve(post, 'letItGo')).toMatchObject({
      value: { status: { state: 'withdrawn' } },
    });
  });
});

it('a yes is to what the moderator saw: words changed after the look are looked at again', async () => {
  const charity = await stage.aCharity();
  await charity.setSwitch('hold');
  const [post] = await charity.submit('Fine');
  if (!post) throw new Error('no post');
  const [seen] = (await charity.queue()).held;
  await charity.edit(post, 'Something else');
  for (const verdict of ['approve', 'decline'] as const) {
    expect(await charity.decide(post, verdict, 'Why not', seen)).toMatchObject({
      refusal: { code: 'changedElsewhere' },
    });
  }
  await charity.release();
  await stage.publish();
  expect(charity.account.texts()).toEqual([]);
  await charity.decide(post, 'approve');
  await stage.publish();
  expect(charity.account.texts()).toEqual(['Something else']);
});
