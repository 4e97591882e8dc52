import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TwitterApi } from 'twitter-api-v2';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity, rejectionOf, twitterApiClient, xdkClient } from '../testing/real-clients.js';

let now = Date.now();
let sandbox: XSandbox;
let client: TwitterApi;
let me: string;

beforeAll(async () => {
  sandbox = await startXSandbox({ now: () => new Date(now) });
});
beforeEach(() => {
  sandbox.control.reset();
  client = twitterApiClient(sandbox);
  me = sandbox.control.accounts()[0]?.id ?? '';
});
afterAll(() => sandbox.close());

async function postSeveral(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    now += 1_000;
    ids.push((await client.v2.tweet(`Post ${number}`)).data.id);
  }
  return ids;
}

describe("an account's own posts", () => {
  it('come newest first, page by page, each exactly once', async () => {
    const ids = await postSeveral(12);
    const pages = await client.v2.userTimeline(me, { max_results: 5 });
    expect(pages.data.meta).toMatchObject({ result_count: 5, newest_id: ids[11], oldest_id: ids[7] });
    const all: string[] = [];
    for await (const post of pages) all.push(post.id);
    expect(all).toEqual([...ids].reverse());
  });

  it('are cut by since_id, until_id and times', async () => {
    const ids = await postSeveral(6);
    const between = await client.v2.userTimeline(me, { since_id: ids[1] ?? '', until_id: ids[4] ?? '' });
    expect(between.tweets.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    const since = new Date(now - 1_000).toISOString();
    const late = await client.v2.userTimeline(me, { start_time: since });
    expect(late.tweets.map(({ id }) => id)).toEqual([ids[5], ids[4]]);
    const none = await client.v2.userTimeline(me, { since_id: ids[5] ?? '' });
    expect(none.data).toEqual({ meta: { result_count: 0 } });
  });

  it('leave replies out when asked to, and deleted posts always', async () => {
    const [first, second] = await postSeveral(2);
    await client.v2.reply('More', first ?? '');
    await client.v2.deleteTweet(second ?? '');
    const shown = await client.v2.userTimeline(me, { exclude: ['replies'] });
    expect(shown.tweets.map(({ id }) => id)).toEqual([first]);
  });

  it('show a post late when X is slow, though it can be read by its id', async () => {
    sandbox.control.changeSettings({ visibilityLagMs: 3_000 });
    const { data } = await client.v2.tweet('Where am I?');
    expect((await client.v2.userTimeline(me)).tweets).toHaveLength(0);
    expect((await client.v2.singleTweet(data.id)).data.text).toBe('Where am I?');
    now += 3_000;
    expect((await client.v2.userTimeline(me)).tweets).toHaveLength(1);
  });

  it('are the same to the xdk', async () => {
    const ids = await postSeveral(6);
    const { users } = xdkClient(sandbox);
    const page = await users.getPosts(me, { maxResults: 5, postFields: ['created_at'] });
    expect(page.data?.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, 5));
    const rest = await users.getPosts(me, { maxResults: 5, paginationToken: page.meta?.nextToken ?? '' });
    expect(rest.data?.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('refuse a page of the wrong size and a token that X never gave', async () => {
    for (const wrong of [
      { max_results: 4 },
      { max_results: 101 },
      { pagination_token: 'x' },
      { since_id: 'x' },
    ]) {
      expect(await rejectionOf(client.v2.userTimeline(me, wrong))).toMatchObject({ code: 400 });
    }
  });
});

describe('mentions', () => {
  it('hold who named the account in any capitals and who replied to it, with their authors', async () => {
    const { data } = await client.v2.tweet('Hello');
    const named = sandbox.control.followerPosts({ username: 'anna', text: 'Hi @OUR_MS_weekend!' });
    const reply = sandbox.control.followerPosts({ username: 'ben', text: 'Hello back', inReplyTo: data.id });
    sandbox.control.followerPosts({ username: 'cem', text: 'Hi @our_ms_weekend2' });
    const mentions = await client.v2.userMentionTimeline(me, {
      expansions: ['author_id', 'referenced_tweets.id'],
      'tweet.fields': ['conversation_id', 'in_reply_to_user_id'],
    });
    expect(mentions.tweets.map(({ id }) => id)).toEqual([reply.id, named.id]);
    expect(mentions.tweets[0]).toMatchObject({
      text: `@${charity} Hello back`,
      conversation_id: data.id,
      in_reply_to_user_id: me,
    });
    expect(
      mentions.includes.author(mentions.tweets[1] ?? { id: '', text: '', edit_history_tweet_ids: [] })
        ?.username,
    ).toBe('anna');
    expect(mentions.includes.tweets.map(({ id }) => id)).toEqual([data.id]);
  });

  it('are polled with since_id without missing or repeating one', async () => {
    const first = sandbox.control.followerPosts({ username: 'anna', text: `@${charity} one` });
    const second = sandbox.control.followerPosts({ username: 'anna', text: `@${charity} two` });
    const news = await client.v2.userMentionTimeline(me, { since_id: first.id });
    expect(news.tweets.map(({ id }) => id)).toEqual([second.id]);
    expect((await client.v2.userMentionTimeline(me, { since_id: second.id })).tweets).toHaveLength(0);
  });
});
