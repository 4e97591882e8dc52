import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { DeleteLastPosts } from './delete-last-posts.js';
import { ListLastPosts } from './list-last-posts.js';
import { ListSwitchProofs } from './list-switch-proofs.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const proofsOf = async ({ charityId }: CharityOnStage) => {
  const answer = await stage.app.get(ListSwitchProofs).handle({ charityId, limit: 50 });
  if (!answer.ok) throw new Error('the proofs were refused');
  return answer.value.proofs;
};

async function publishEach(charity: CharityOnStage, ...texts: string[]): Promise<PostId[]> {
  const ids: PostId[] = [];
  for (const text of texts) {
    ids.push(...(await charity.submit(text)));
    await stage.publish();
  }
  return ids;
}

describe('what is kept of each use of the switch', () => {
  it('is what was answered, with what has become of each post since', async () => {
    const charity = await stage.aCharity();
    const [out] = await publishEach(charity, 'Out before');
    const [waiting] = await charity.submit('Waiting');
    const thrown = await charity.setSwitch('pause', 'A call from the family');
    expect(thrown).toMatchObject({
      number: 1,
      links: [{ postId: out, url: expect.stringContaining('x.com/') }],
    });
    await charity.setSwitch('pause');
    await charity.release();
    await stage.publish();
    expect(await proofsOf(charity)).toMatchObject([
      { number: 2, mode: 'off', alreadyOut: [out], stopped: [], reason: '' },
      {
        ...{ number: 1, mode: 'pause', reason: 'A call from the family', by: expect.any(String) },
        ...{ stopped: [waiting], alreadyOut: [out], unknown: [] },
        now: [
          { postId: out, state: 'published', url: expect.stringContaining('x.com/') },
          { postId: waiting, state: 'published', url: expect.stringContaining('x.com/') },
        ],
      },
    ]);
  });

  it('names what X was being asked at that moment, and later what came of it', async () => {
    const charity = await stage.aCharity();
    const [going] = await charity.submit('Going');
    charity.account.onCall = async () => {
      await charity.setSwitch('takenBack');
    };
    await stage.publish();
    expect(await proofsOf(charity)).toMatchObject([
      { unknown: [going], now: [{ postId: going, state: 'published' }] },
    ]);
  });

  it('is one charity’s own, page by page', async () => {
    const [charity, other] = [await stage.aCharity(), await stage.aCharity()];
    for (let use = 0; use < 3; use += 1) {
      await charity.setSwitch('pause');
      await charity.release();
    }
    expect(await proofsOf(other)).toEqual([]);
    const page = await stage.app
      .get(ListSwitchProofs)
      .handle({ charityId: charity.charityId, before: 5, limit: 2 });
    expect(page).toMatchObject({ ok: true, value: { proofs: [{ number: 4 }, { number: 3 }] } });
  });
});

describe('two people pressing at once', () => {
  it('get the same proof, and one use is kept', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Waiting');
    const [one, two] = await Promise.all([charity.setSwitch('takenBack'), charity.setSwitch('takenBack')]);
    expect(one).toEqual(two);
    expect(await proofsOf(charity)).toHaveLength(1);
  });
});

describe('releasing a hold', () => {
  it('lets what only the switch held go on, if the team says so, and keeps the rest for a moderator', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Queued before');
    await charity.setSwitch('hold');
    await charity.submit('Handed over meanwhile');
    await charity.submit('Mail robin@example.org');
    await charity.release('off', 'goOn');
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'published', 'held']);
    expect(charity.account.texts()).toEqual(['Queued before', 'Handed over meanwhile']);
  });

  it('keeps everything for a moderator where nobody says otherwise', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('hold');
    await charity.submit('Handed over meanwhile');
    await charity.release();
    await stage.publish();
    expect(await charity.states()).toEqual(['held']);
  });

  it('never lets go what the team has said no to, and its author sent again', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('hold');
    const [post] = await charity.submit('Handed over meanwhile');
    if (!post) throw new Error('no post');
    await charity.decide(post, 'decline', 'Not today');
    await charity.edit(post, 'Handed over again');
    await charity.release('off', 'goOn');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });
});

describe('deleting the last posts', () => {
  const last = async (charity: CharityOnStage, limit = 10) => {
    const { charityId } = charity;
    const answer = await stage.app.get(ListLastPosts).handle({ charityId, limit }, charity.asManager());
    if (!answer.ok) throw new Error('the last posts were refused');
    return answer.value.posts.map(({ postId }) => postId);
  };
  const deleteThem = (charity: CharityOnStage, postIds: PostId[]) =>
    stage.app.get(DeleteLastPosts).handle({ charityId: charity.charityId, postIds }, charity.asManager());

  it('shows them newest first, and has X delete those that were confirmed and no others', async () => {
    const charity = await stage.aCharity();
    const [first, second, third] = await publishEach(charity, 'One', 'Two', 'Three');
    expect(await last(charity, 2)).toEqual([third, second]);
    if (!second || !third) throw new Error('no posts');
    const asked = await deleteThem(charity, [third, second]);
    expect(asked).toMatchObject({ ok: true, value: { asked: [third, second], gone: [], notOut: [] } });
    await stage.delete();
    expect(charity.account.texts()).toEqual(['One']);
    expect(await deleteThem(charity, [third, second])).toMatchObject({
      value: { asked: [], gone: [third, second] },
    });
    expect(await last(charity)).toEqual([first]);
  });

  it('says which of them are not known to be out', async () => {
    const charity = await stage.aCharity();
    const [out] = await publishEach(charity, 'Out');
    charity.account.turns.push('appliesThenCuts');
    const [perhaps] = await charity.submit('Perhaps');
    await stage.publish();
    if (!out || !perhaps) throw new Error('no posts');
    expect(await deleteThem(charity, [out, perhaps])).toMatchObject({
      value: { asked: [out], notOut: [{ postId: perhaps, state: 'unknown' }] },
    });
  });

  it('deletes nothing where one of them is another charity’s', async () => {
    const [charity, other] = [await stage.aCharity(), await stage.aCharity()];
    const [mine] = await publishEach(charity, 'Mine');
    const [theirs] = await publishEach(other, 'Theirs');
    if (!mine || !theirs) throw new Error('no posts');
    expect(await deleteThem(charity, [mine, theirs])).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    });
    await stage.delete();
    expect(charity.account.texts()).toEqual(['Mine']);
  });
});
