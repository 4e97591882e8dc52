import {
  type CuratorId,
  listPosts,
  type MediaId,
  type PostId,
  submitPosts,
  viewPost,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';

let gateway: GatewayWithSandbox;
let charity: CharityWithSandbox;
let takeoverId: Awaited<ReturnType<CharityWithSandbox['schedule']>>;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  charity = await gateway.aCharity();
  await charity.connect();
  takeoverId = await charity.schedule(-openingHeardWithinMs, 3_600_000);
});
afterAll(() => gateway.stop());

interface Handed {
  readonly postId?: PostId;
  readonly text: string;
  readonly mediaIds?: readonly MediaId[];
}

/** Over the bus, as the door does. */
function handIn(posts: readonly Handed[], by = charity, caller = by.asCurator) {
  const withIds = posts.map((post) => ({
    postId: newId<PostId>(),
    ...post,
    mediaIds: [...(post.mediaIds ?? [])],
  }));
  return by.call(submitPosts, { charityId: by.charityId, takeoverId, posts: withIds }, caller);
}

const stored = async () =>
  (await charity.succeed(listPosts, { charityId: charity.charityId, takeoverId }, charity.asManager)).posts;

/** A no that a person can act on; everything it says, its details too. */
async function expectRefusal(answer: Awaited<ReturnType<typeof handIn>>, code: string, words: RegExp) {
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
  expect(JSON.stringify(answer)).toMatch(words);
  expect(await stored()).toEqual([]);
}

describe('what no post can be is refused in words, and nothing of it is stored', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['the first half of a character', 'a\ud800'],
    ['the second half of a character', '\udc00a'],
    ['two halves in the wrong order', '\udc00\ud800'],
  ])('%s', async (_, text) => {
    const answer = await handIn([{ text: 'Fine' }, { text }]);
    await expectRefusal(
      answer,
      'badInput',
      /"posts\.1\.text","problem":"holds a broken character: please delete it/,
    );
  });

  it.each([
    ['a right-to-left override', 'Read \u202eme'],
    ['an embedding', 'Read \u202bme\u202c'],
    ['an escape', '\u001b[31mred'],
  ])('%s', async (_, text) => {
    await expectRefusal(await handIn([{ text }]), 'blocked', /invisible character.*Delete the marked place/);
  });

  it('100 kB of text', async () => {
    const answer = await handIn([{ text: 'a'.repeat(100_000) }]);
    await expectRefusal(answer, 'badInput', /"posts\.0\.text","problem":"is far too long for a post"/);
  });

  it('twice what the bus carries', async () => {
    const answer = await handIn([{ text: 'a'.repeat(2_000_000) }]);
    await expectRefusal(answer, 'tooLarge', /too large to send in one piece/);
  });

  it('a thread of 100', async () => {
    const answer = await handIn(Array.from({ length: 100 }, () => ({ text: 'One of many' })));
    await expectRefusal(answer, 'badInput', /can be at most 25 posts in one thread/);
  });

  it('nothing', async () => {
    await expectRefusal(await handIn([{ text: ' \n ' }]), 'blocked', /Write something or add a picture/);
  });

  it('a picture that is nobody’s', async () => {
    const answer = await handIn([{ text: 'Look', mediaIds: [newId<MediaId>()] }]);
    await expectRefusal(answer, 'unknownMedia', /Finish the picture or take it out/);
  });
});

describe('posts and takeovers that are another’s', () => {
  it('another curator’s takeover and another charity’s are refused, and nothing is stored', async () => {
    const stranger = charity.asCuratorWith(newId<CuratorId>());
    await expectRefusal(await handIn([{ text: 'Mine?' }], charity, stranger), 'notYours', /another curator/);
    const elsewhere = await gateway.aCharity();
    const answer = await handIn([{ text: 'Mine?' }], elsewhere);
    // Not even that it is there is told across charities.
    await expectRefusal(answer, 'notFound', /nothing here with that id/);
    await expectRefusal(
      await handIn([{ text: 'Mine?' }], charity, elsewhere.asCurator),
      'forbidden',
      /not yours/,
    );
  });

  it('a used id of another charity is just a new one here, and theirs stays as it is', async () => {
    const theirs = await gateway.aCharity();
    await theirs.connect();
    const theirTakeover = await theirs.schedule(-openingHeardWithinMs, 3_600_000);
    const postId = newId<PostId>();
    const hand = {
      charityId: theirs.charityId,
      takeoverId: theirTakeover,
      posts: [{ postId, text: 'Theirs' }],
    };
    await theirs.succeed(submitPosts, hand, theirs.asCurator);
    const foreign = await charity.call(viewPost, { charityId: charity.charityId, postId }, charity.asCurator);
    expect(foreign).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await handIn([{ postId, text: 'Ours' }])).toMatchObject({ value: { posts: [{ text: 'Ours' }] } });
    const seen = await theirs.succeed(viewPost, { charityId: theirs.charityId, postId }, theirs.asCurator);
    expect(seen.text).toBe('Theirs');
  });
});

describe('the same again', () => {
  it('twenty at once are one, and other words under its id are refused with what to do', async () => {
    const before = await stored();
    const postId = newId<PostId>();
    const answers = await Promise.all(Array.from({ length: 20 }, () => handIn([{ postId, text: 'Once' }])));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(await handIn([{ postId, text: 'Twice' }])).toMatchObject({
      refusal: { code: 'idReused', message: expect.stringMatching(/send it again with a new id/) },
    });
    expect(await stored()).toHaveLength(before.length + 1);
  });
});
