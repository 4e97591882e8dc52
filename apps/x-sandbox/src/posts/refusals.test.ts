import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '@xdevplatform/xdk';
import type { SendTweetV2Params, TwitterApi } from 'twitter-api-v2';
import { startXSandbox, type XSandbox } from '../start.js';
import {
  appKeys,
  charity,
  pngOf,
  rejectionOf,
  twitterApiClient,
  xdkClient,
} from '../testing/real-clients.js';

let now = Date.now();
let sandbox: XSandbox;
let client: TwitterApi;

beforeAll(async () => {
  sandbox = await startXSandbox({ now: () => new Date(now) });
});
beforeEach(() => {
  sandbox.control.reset();
  client = twitterApiClient(sandbox);
});
afterAll(() => sandbox.close());

const refusalOf = (post: SendTweetV2Params) => rejectionOf(client.v2.tweet(post));
const forbidden = (detail: RegExp) => ({
  code: 403,
  data: { title: 'Forbidden', type: 'about:blank', status: 403, detail: expect.stringMatching(detail) },
});

describe('what X refuses, and how it says so', () => {
  it('a duplicate, told only in the detail, until a day has passed or the first is deleted', async () => {
    const { data } = await client.v2.tweet('Twice');
    expect(await refusalOf({ text: ' Twice ' })).toMatchObject(forbidden(/duplicate content/));
    await client.v2.deleteTweet(data.id);
    await client.v2.tweet('Twice');
    now += 24 * 60 * 60 * 1000 + 1;
    client = twitterApiClient(sandbox);
    await client.v2.tweet('Twice');
    expect(sandbox.control.posts(charity)).toHaveLength(3);
  });

  it('a text one weight too long, though 280 of it are fine and every emoji weighs two', async () => {
    await client.v2.tweet('🧑‍🦽'.repeat(140));
    expect(await refusalOf({ text: `${'🧑‍🦽'.repeat(140)}!` })).toMatchObject(forbidden(/too long/));
  });

  it('an empty post', async () => {
    expect(await refusalOf({ text: '  ' })).toMatchObject({
      code: 400,
      data: { title: 'Invalid Request', errors: [{ parameters: { text: ['  '] } }] },
    });
  });

  it('a reply to someone who did not mention the account, and to a deleted post', async () => {
    const stranger = sandbox.control.followerPosts({ username: 'anna', text: 'Just talking' });
    expect(await rejectionOf(client.v2.reply('Hi', stranger.id))).toMatchObject(
      forbidden(/not been mentioned/),
    );
    sandbox.control.deletePost(stranger.id);
    expect(await rejectionOf(client.v2.reply('Hi', stranger.id))).toMatchObject(forbidden(/deleted/));
  });

  it('a quote, which self-serve apps may not make', async () => {
    const { data } = await client.v2.tweet('Quotable');
    expect(await refusalOf({ text: 'See', quote_tweet_id: data.id })).toMatchObject(forbidden(/[Qq]uot/));
  });

  it('media and a poll together, an unknown picture and a picture of someone else', async () => {
    const poll = { options: ['a', 'b'], duration_minutes: 5 };
    expect(await refusalOf({ text: 'x', poll, media: { media_ids: ['1'] } })).toMatchObject({ code: 400 });
    const invalidMedia = { code: 400, data: { errors: [{ message: 'Your media IDs are invalid.' }] } };
    expect(await refusalOf({ text: 'x', media: { media_ids: ['1'] } })).toMatchObject(invalidMedia);
    sandbox.control.createAccount({ username: 'other', name: 'Other' });
    const foreign = await twitterApiClient(sandbox, undefined, 'other').v2.uploadMedia(pngOf(1, 1), {
      media_type: 'image/png',
    });
    expect(await refusalOf({ text: 'x', media: { media_ids: [foreign] } })).toMatchObject(invalidMedia);
  });

  it.each([
    ['one option', { options: ['a'], duration_minutes: 5 }],
    ['an option of 26 letters', { options: ['a', 'b'.repeat(26)], duration_minutes: 5 }],
    ['four minutes', { options: ['a', 'b'], duration_minutes: 4 }],
    ['more than a week', { options: ['a', 'b'], duration_minutes: 10_081 }],
  ])('a poll with %s', async (_what, poll) => {
    expect(await refusalOf({ text: 'x', poll })).toMatchObject({
      code: 400,
      data: { title: 'Invalid Request' },
    });
  });

  it('anything when the credit is used up, charging more for a post with a link', async () => {
    sandbox.control.setCredit(appKeys.clientId, 0.1);
    await client.v2.tweet('Without a link');
    expect(await refusalOf({ text: 'With example.com' })).toMatchObject({
      code: 402,
      data: { title: 'CreditsDepleted' },
    });
    expect(sandbox.control.apps()[0]).toMatchObject({ creditMicroUsd: 85_000, spentMicroUsd: 15_000 });
  });

  it('a suspended account and a missing scope', async () => {
    sandbox.control.suspend(charity);
    expect(await refusalOf({ text: 'x' })).toMatchObject(forbidden(/suspended/));
    sandbox.control.restore(charity);
    const reader = twitterApiClient(sandbox, ['tweet.read', 'users.read']);
    expect(await rejectionOf(reader.v2.tweet('x'))).toMatchObject(forbidden(/tweet\.write/));
  });

  it('the same through the xdk', async () => {
    const xdk = xdkClient(sandbox);
    await xdk.posts.create({ text: 'Once' });
    const error = await rejectionOf(xdk.posts.create({ text: 'Once' }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 403,
      data: { detail: expect.stringMatching(/duplicate content/) },
    });
  });

  it('nonsense, without falling over', async () => {
    const { access_token } = sandbox.control.issueTokens({ username: charity });
    const send = (body: string, type = 'application/json') =>
      fetch(`${sandbox.origin}/2/tweets`, {
        method: 'POST',
        headers: { authorization: `Bearer ${access_token}`, 'content-type': type },
        body,
      }).then(({ status }) => status);
    expect(await send('{half')).toBe(400);
    expect(await send('null')).toBe(400);
    expect(await send('[]')).toBe(400);
    expect(await send('"text"')).toBe(400);
    expect(await send('{"text": 7}')).toBe(400);
    expect(await send('{"text": "x", "unheard_of": true}')).toBe(400);
    expect(await send('--x', 'multipart/form-data; boundary=y')).toBe(400);
    expect(await send('x'.repeat(70_000))).toBe(413);
    expect(await fetch(`${sandbox.origin}/2/tweets/%zz`).then(({ status }) => status)).toBe(400);
    expect(sandbox.control.posts()).toHaveLength(0);
  });
});
