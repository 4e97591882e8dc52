import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity, rejectionOf, twitterApiClient, xdkClient } from '../testing/real-clients.js';

let now = Date.now();
let sandbox: XSandbox;

beforeAll(async () => {
  sandbox = await startXSandbox({ now: () => new Date(now) });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

describe('posting with both clients', () => {
  it('publishes what X makes of the text: t.co links and escaped signs', async () => {
    const client = twitterApiClient(sandbox);
    const { data } = await client.v2.tweet('Tea & <3 with 🧑‍🦽 at example.com #ms');
    expect(data.text).toMatch(/^Tea &amp; &lt;3 with 🧑‍🦽 at https:\/\/t\.co\/\w{10} #ms$/);
    const read = await client.v2.singleTweet(data.id, { 'tweet.fields': ['entities', 'created_at'] });
    const [url] = read.data.entities?.urls ?? [];
    expect(url).toMatchObject({ expanded_url: 'http://example.com', display_url: 'example.com' });
    const points = [...data.text].slice(url?.start, url?.end).join('');
    expect(points).toBe(url?.url);
    expect(sandbox.control.posts(charity)[0]?.written).toBe('Tea & <3 with 🧑‍🦽 at example.com #ms');
  });

  it('joins a thread into one conversation', async () => {
    const client = twitterApiClient(sandbox);
    const [first, second, third] = await client.v2.tweetThread(['One', 'Two', 'Three']);
    const read = await client.v2.tweets([first?.data.id ?? '', second?.data.id ?? '', third?.data.id ?? ''], {
      'tweet.fields': ['conversation_id', 'referenced_tweets'],
    });
    expect(read.data.map((post) => post.conversation_id)).toEqual(Array(3).fill(first?.data.id));
    expect(read.data.map((post) => post.text)).toEqual(['One', 'Two', 'Three']);
    expect(read.data[2]?.referenced_tweets).toEqual([{ type: 'replied_to', id: second?.data.id }]);
  });

  it('posts, reads and deletes with the xdk', async () => {
    const client = xdkClient(sandbox);
    const made = await client.posts.create({ text: 'Good morning from the weekend' });
    const id = made.data?.id ?? '';
    const read = await client.posts.getById(id, { postFields: ['created_at'], expansions: ['author_id'] });
    expect(read.data?.text).toBe('Good morning from the weekend');
    expect(read.includes?.users?.[0]?.username).toBe(charity);
    expect((await client.posts.delete(id)).data?.deleted).toBe(true);
    expect((await client.posts.getById(id)).errors?.[0]?.title).toBe('Not Found Error');
    expect(sandbox.control.posts(charity)[0]?.life.state).toBe('deleted');
  });

  it('runs a poll', async () => {
    const client = twitterApiClient(sandbox);
    const { data } = await client.v2.tweet('Which tea?', {
      poll: { options: ['Mint', 'Rooibos'], duration_minutes: 60 },
    });
    const read = await client.v2.singleTweet(data.id, {
      expansions: ['attachments.poll_ids'],
      'poll.fields': ['duration_minutes', 'voting_status'],
    });
    expect(read.includes?.polls?.[0]).toMatchObject({
      duration_minutes: 60,
      voting_status: 'open',
      options: [
        { position: 1, label: 'Mint', votes: 0 },
        { position: 2, label: 'Rooibos', votes: 0 },
      ],
    });
  });

  it('lets the account answer who mentioned it, with the mention put in front', async () => {
    const client = twitterApiClient(sandbox);
    const asked = sandbox.control.followerPosts({ username: 'anna', text: `@${charity} does it pass?` });
    const { data } = await client.v2.reply('It does, often.', asked.id);
    expect(data.text).toBe('@anna It does, often.');
    expect(sandbox.control.posts(charity)[0]).toMatchObject({ written: 'It does, often.' });
  });

  it('lets the account answer who quoted it', async () => {
    const client = twitterApiClient(sandbox);
    const { data } = await client.v2.tweet('Rest is allowed');
    const quote = sandbox.control.followerPosts({ username: 'ben', text: 'So true', quoteOf: data.id });
    expect((await client.v2.reply('Thank you', quote.id)).data.text).toBe('@ben Thank you');
  });

  it('hides a reply in its own conversation and mutes its author', async () => {
    const client = twitterApiClient(sandbox);
    const { data } = await client.v2.tweet('Hello');
    const reply = sandbox.control.followerPosts({ username: 'troll', text: 'Nasty', inReplyTo: data.id });
    expect((await client.v2.hideReply(reply.id, true)).data.hidden).toBe(true);
    expect(sandbox.control.posts('troll')[0]?.hidden).toBe(true);
    const me = (await client.v2.me()).data.id;
    expect((await client.v2.mute(me, reply.authorId)).data.muting).toBe(true);
    expect((await client.v2.unmute(me, reply.authorId)).data.muting).toBe(false);
    expect(await rejectionOf(client.v2.hideReply(data.id, true))).toMatchObject({ code: 403 });
  });

  it('notes when each post arrived and took effect', async () => {
    now += 5_000;
    await twitterApiClient(sandbox).v2.tweet('On time');
    expect(sandbox.control.posts(charity)[0]).toMatchObject({ receivedAt: now, appliedAt: now });
  });
});
