import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiPartialResponseError, ApiRequestError, ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { startXSandbox, type XSandbox } from '../start.js';
import {
  appKeys,
  charity,
  pointAt,
  rejectionOf,
  twitterApiClient,
  xdkClient,
} from '../testing/real-clients.js';

let sandbox: XSandbox;
let client: TwitterApi;
const posting = { method: 'POST', path: '/2/tweets' } as const;
const written = () => sandbox.control.posts(charity).map((post) => post.written);

beforeAll(async () => {
  sandbox = await startXSandbox();
});
beforeEach(() => {
  sandbox.control.reset();
  client = twitterApiClient(sandbox);
});
afterAll(() => sandbox.close());

describe('faults that say no', () => {
  it('429 tells when to come back, happens once, and nothing went out', async () => {
    sandbox.control.queueFault({ ...posting, status: 429, retryAfterS: 7, resetInS: 30 });
    const error = await rejectionOf(client.v2.tweet('Soon'));
    expect(error).toMatchObject({ code: 429, rateLimit: { remaining: 0 }, headers: { 'retry-after': '7' } });
    expect(written()).toEqual([]);
    expect(sandbox.control.faults()).toEqual([]);
    await client.v2.tweet('Soon');
    expect(written()).toEqual(['Soon']);
  });

  it('503 before applying leaves nothing behind', async () => {
    sandbox.control.queueFault({ ...posting, status: 503 });
    expect(await rejectionOf(client.v2.tweet('Lost'))).toBeInstanceOf(ApiResponseError);
    expect(written()).toEqual([]);
  });

  it('counts its turns and takes only what it is meant for', async () => {
    sandbox.control.createAccount({ username: 'other', name: 'Other' });
    sandbox.control.queueFault({ path: '/2/users/:id', account: 'other', status: 500, times: 2 });
    const other = twitterApiClient(sandbox, undefined, 'other');
    const me = (await client.v2.me()).data.id;
    await client.v2.user(me);
    expect(await rejectionOf(other.v2.user(me))).toMatchObject({ code: 500 });
    expect(sandbox.control.faults()[0]?.remaining).toBe(1);
    expect(await rejectionOf(other.v2.user(me))).toMatchObject({ code: 500 });
    await other.v2.user(me);
    expect(sandbox.control.faults()).toEqual([]);
  });

  it('can be taken back', async () => {
    sandbox.control.queueFault({ status: 500 });
    sandbox.control.clearFaults();
    await client.v2.me();
  });
});

describe('faults that lie: the post went out and the caller cannot know', () => {
  it('503 after applying', async () => {
    sandbox.control.queueFault({ ...posting, applyThen: 503 });
    expect(await rejectionOf(client.v2.tweet('Out there'))).toMatchObject({ code: 503 });
    expect(written()).toEqual(['Out there']);
  });

  it('a connection cut after applying', async () => {
    sandbox.control.queueFault({ ...posting, cut: 'after' });
    expect(await rejectionOf(client.v2.tweet('Out there'))).toBeInstanceOf(ApiRequestError);
    expect(written()).toEqual(['Out there']);
  });

  it('half an answer', async () => {
    sandbox.control.queueFault({ ...posting, cut: 'midAnswer' });
    expect(await rejectionOf(client.v2.tweet('Out there'))).toBeInstanceOf(ApiPartialResponseError);
    expect(written()).toEqual(['Out there']);
  });

  it('an answer after the deadline', async () => {
    const { access_token } = sandbox.control.issueTokens({ username: charity });
    const hurried = new TwitterApi(access_token, { plugins: [pointAt(sandbox.origin, 100)] });
    sandbox.control.queueFault({ ...posting, answerAfterMs: 60_000 });
    expect(await rejectionOf(hurried.v2.tweet('Out there'))).toBeInstanceOf(ApiRequestError);
    expect(written()).toEqual(['Out there']);
  });

  it('a page of HTML labelled JSON', async () => {
    sandbox.control.queueFault({ ...posting, applyThen: 201, body: '<html>Something went wrong</html>' });
    expect(await rejectionOf(client.v2.tweet('Out there'))).toBeInstanceOf(ApiPartialResponseError);
    expect(written()).toEqual(['Out there']);
  });

  it('a redirect that the library takes for success', async () => {
    sandbox.control.queueFault({
      ...posting,
      status: 307,
      body: '',
      headers: { location: '/elsewhere', 'content-type': 'text/html' },
    });
    const answer: unknown = await client.v2.tweet('Nowhere');
    expect(answer).toBe('');
    expect(written()).toEqual([]);
  });
});

describe('other faults', () => {
  it('a connection cut before applying leaves nothing behind, to either client', async () => {
    sandbox.control.queueFault({ ...posting, cut: 'before', times: 2 });
    expect(await rejectionOf(client.v2.tweet('Gone'))).toBeInstanceOf(ApiRequestError);
    expect(await rejectionOf(xdkClient(sandbox).posts.create({ text: 'Gone' }))).toMatchObject({ status: 0 });
    expect(written()).toEqual([]);
    expect(sandbox.control.requests().map(({ ending, applied }) => [ending.end, applied])).toEqual([
      ['cut', false],
      ['cut', false],
    ]);
  });

  it('late visibility keeps one post off the timeline for a while', async () => {
    sandbox.control.queueFault({ ...posting, visibleAfterMs: 60_000 });
    await client.v2.tweet('Later');
    await client.v2.tweet('Now');
    const me = (await client.v2.me()).data.id;
    expect((await client.v2.userTimeline(me)).tweets.map(({ text }) => text)).toEqual(['Now']);
    expect(written()).toEqual(['Later', 'Now']);
  });

  it('a refresh that succeeds while its answer is lost leaves the old token spent', async () => {
    const app = new TwitterApi(appKeys, { plugins: [pointAt(sandbox.origin)] });
    const { refresh_token } = sandbox.control.issueTokens({ username: charity });
    sandbox.control.queueFault({ path: '/2/oauth2/token', cut: 'after' });
    expect(await rejectionOf(app.refreshOAuth2Token(refresh_token ?? ''))).toBeInstanceOf(ApiRequestError);
    expect(await rejectionOf(app.refreshOAuth2Token(refresh_token ?? ''))).toMatchObject({ code: 400 });
  });

  it('records which fault met which request', async () => {
    const fault = sandbox.control.queueFault({ ...posting, applyThen: 502 });
    await rejectionOf(client.v2.tweet('Recorded'));
    expect(sandbox.control.requests()).toMatchObject([
      { faultId: fault.id, route: '/2/tweets', username: charity, applied: true, ending: { status: 502 } },
    ]);
  });

  it('refuses a fault that would do two things', () => {
    expect(() => sandbox.control.queueFault({ status: 500, cut: 'before' })).toThrow(/at most one/);
  });
});
