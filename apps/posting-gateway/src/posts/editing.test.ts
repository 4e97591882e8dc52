import { randomUUID } from 'node:crypto';
import type { CuratorId, Policy, PostId } from '@baton/contracts';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SetPreferences } from '../preferences/set-preferences.js';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const address = 'Write to robin@example.org';
const later = async (ms: number) => new Date((await stage.now()).getTime() + ms).toISOString();

async function withPolicy(change: Partial<Policy>): Promise<CharityOnStage> {
  const charity = await stage.aCharity();
  await charity.setPolicy(change);
  return charity;
}

async function submitted(charity: CharityOnStage, ...texts: string[]): Promise<PostId> {
  const [post] = await charity.submit(...texts);
  if (!post) throw new Error('no post');
  return post;
}

describe('changing a post before it goes', () => {
  it('lets the new words go, once the time to undo is over again', async () => {
    const charity = await withPolicy({ undoSeconds: 20 });
    const post = await submitted(charity, 'Old');
    await stage.pass(15_000);
    expect(await charity.edit(post, 'New')).toMatchObject({
      value: { text: 'New', edits: 1, weightedLength: 3, status: { state: 'queued', waitingFor: 'time' } },
    });
    await stage.pass(15_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await stage.pass(5_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['New']);
    const story = await charity.story(post);
    expect(story.slice(0, 6)).toEqual([
      'Checked: nothing was found.',
      'Accepted. It goes out in 20 seconds unless you take it back.',
      'Its author changed it.',
      'Checked: nothing was found.',
      'Accepted. It goes out in 20 seconds unless you take it back.',
      'Sending it to X.',
    ]);
    expect(story.at(-1)).toBe('Published: X has it.');
  });

  it('changes nothing where the new words cannot go out, and says why', async () => {
    const charity = await withPolicy({ undoSeconds: 20 });
    const post = await submitted(charity, 'Old');
    expect(await charity.edit(post, 'a'.repeat(300))).toMatchObject({
      refusal: { code: 'blocked', details: { posts: [{ postId: post, findings: [{ check: 'length' }] }] } },
    });
    expect((await charity.posts())[0]).toMatchObject({ text: 'Old', edits: 0 });
  });

  it('has the team look at new words as at any others, whoever approved the old ones', async () => {
    const charity = await withPolicy({ undoSeconds: 20 });
    const post = await submitted(charity, address);
    await charity.decide(post, 'approve');
    expect(await charity.edit(post, `${address}!`)).toMatchObject({ value: { status: { state: 'held' } } });
    await stage.pass(60_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    const held = (await charity.facts()).filter(({ type }) => type === 'baton.post.held.v1');
    expect(held.map(({ revision }) => revision)).toEqual([1, 3]);
  });

  it('lets a held post go once what was found is taken out', async () => {
    const charity = await stage.aCharity();
    const post = await submitted(charity, 'One', address).then(
      async () => (await charity.posts())[1]?.postId,
    );
    if (!post) throw new Error('no post');
    await charity.edit(post, 'Write to us');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Write to us']);
  });

  it('does not let it go where the team looks at every post', async () => {
    const charity = await withPolicy({ review: 'every', undoSeconds: 0 });
    const post = await submitted(charity, address);
    expect(await charity.edit(post, 'Write to us')).toMatchObject({ value: { status: { state: 'held' } } });
  });

  it('does not let it go while the team holds it for another reason than its words', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('hold');
    const post = await submitted(charity, 'Old');
    await charity.release();
    expect(await charity.edit(post, 'New')).toMatchObject({ value: { status: { state: 'held' } } });
  });

  it('asks somebody who wants always to be asked, once more', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    await stage.app.get(SetPreferences).handle({ charityId, askFirst: true }, charity.asCurator());
    const post = await submitted(charity, 'Old');
    await charity.edit(post, 'New');
    expect((await charity.posts())[0]?.status).toMatchObject({ waitingFor: 'author' });
  });

  it('moves it to another moment inside the window, with what stands behind it, and to no other', async () => {
    const charity = await stage.aCharity();
    const first = await later(600_000);
    await charity.hand({
      timedFor: first,
      posts: ['One', 'Two'].map((text) => ({ text, postId: randomUUID() as string as PostId })),
    });
    const [post] = await charity.posts();
    if (!post) throw new Error('no post');
    const outside = { timedFor: await later(windowMs * 2) };
    expect(await charity.edit(post.postId, 'One!', outside)).toMatchObject({
      refusal: { code: 'timedOutsideWindow' },
    });
    expect(await charity.edit(post.postId, 'One!')).toMatchObject({ value: { timedFor: first } });
    await charity.edit(post.postId, 'One!', { basedOn: 1, timedFor: null });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One!', 'Two']);
  });
});

describe('changes that meet each other', () => {
  it('gives the same change the same answer, whatever has become of it', async () => {
    const charity = await stage.aCharity();
    const post = await submitted(charity, 'Old');
    await charity.edit(post, 'New');
    expect(await charity.edit(post, 'New')).toMatchObject({ value: { edits: 1 } });
    await stage.publish();
    expect(await charity.edit(post, 'New')).toMatchObject({ value: { status: { state: 'published' } } });
    expect(charity.account.texts()).toEqual(['New']);
  });

  it('does not let two devices overwrite each other', async () => {
    const charity = await withPolicy({ undoSeconds: 20 });
    const post = await submitted(charity, 'Old');
    const answers = await Promise.all([charity.edit(post, 'Phone'), charity.edit(post, 'Laptop')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changedElsewhere' } });
  });

  it('gives the submission sent again its answer still, with the words as they are now', async () => {
    const charity = await stage.aCharity();
    const id = randomUUID() as string as PostId;
    await charity.trySubmit(['Old'], [id]);
    await charity.edit(id, 'New');
    expect(await charity.trySubmit(['Old'], [id])).toMatchObject({ value: { posts: [{ text: 'New' }] } });
    expect(await charity.trySubmit(['New'], [id])).toMatchObject({ refusal: { code: 'idReused' } });
  });
});

describe('what cannot be changed any more', () => {
  it('is somebody else’s post', async () => {
    const charity = await withPolicy({ undoSeconds: 20 });
    const post = await submitted(charity, 'Old');
    const stranger = charity.asCurator(randomUUID() as string as CuratorId);
    expect(await charity.edit(post, 'New', {}, stranger)).toMatchObject({ refusal: { code: 'notYours' } });
  });

  it('is a post that is out', async () => {
    const charity = await stage.aCharity();
    const post = await submitted(charity, 'Old');
    await stage.publish();
    expect(await charity.edit(post, 'New')).toMatchObject({ refusal: { code: 'tooLate' } });
  });

  it('is a post that may be out: it must stay recognisable on the timeline', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const post = await submitted(charity, 'Old');
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    await charity.resolve(post, 'sendAgain');
    expect(await charity.edit(post, 'New')).toMatchObject({ refusal: { code: 'mayBeOut' } });
    charity.account.showEverything();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Old']);
  });
});

describe('a change that meets the publisher', () => {
  it('comes while its picture is made ready: the old words do not go, nor is their refusal its', async () => {
    const charity = await stage.aCharity();
    const post = await submitted(charity, 'Old');
    charity.account.onPrepare = async (text) => {
      if (text === 'Old') await charity.edit(post, 'New');
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual(['New']);
  });

  it('comes while X is being asked: it is too late', async () => {
    const charity = await stage.aCharity();
    const post = await submitted(charity, 'Old');
    charity.account.onCall = async () => {
      expect(await charity.edit(post, 'New')).toMatchObject({ refusal: { code: 'tooLate' } });
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Old']);
  });

  it('fifty times at once: either the old words go and it is refused, or the new words go', async () => {
    const seen: string[] = [];
    for (let seed = 1; seed <= 50; seed += 1) {
      const charity = await stage.aCharity();
      const post = await submitted(charity, 'Old');
      const answer = await editAtOnce(charity, post, seeded(seed));
      const expected = answer.ok ? 'New' : 'Old';
      expect({ seed, texts: charity.account.texts() }).toEqual({ seed, texts: [expected] });
      if (!answer.ok) expect(answer.refusal.code).toBe('tooLate');
      expect((await charity.posts())[0]).toMatchObject({ text: expected, status: { state: 'published' } });
      seen.push(expected);
    }
    expect(new Set(seen)).toEqual(new Set(['Old', 'New']));
  });
});

/** Begins to edit while the publisher is at a step of the seed’s, lets both run, and answers with the edit’s answer. */
async function editAtOnce(charity: CharityOnStage, post: PostId, { pick, below }: ReturnType<typeof seeded>) {
  const started: ReturnType<CharityOnStage['edit']>[] = [];
  const afterAWhile = async () => {
    for (let turn = below(40); turn > 0; turn -= 1) await new Promise(setImmediate);
    return charity.edit(post, 'New');
  };
  const edit = () => {
    if (started.length === 0) started.push(afterAWhile());
  };
  const step = pick(['before', 'prepare', 'call']);
  if (step === 'before') edit();
  if (step === 'prepare') charity.account.onPrepare = edit;
  if (step === 'call') charity.account.onCall = edit;
  await stage.publish();
  const answer = await started[0];
  if (!answer) throw new Error('the edit never began');
  await stage.publish();
  return answer;
}
