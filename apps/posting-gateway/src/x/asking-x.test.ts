import net from 'node:net';
import { inspect } from 'node:util';
import type { FaultRule, XSandbox } from '@baton/x-sandbox';
import { startXSandbox } from '@baton/x-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { classifyOutcome } from './classify-outcome.js';
import { createPost, type PostForX } from './create-post.js';
import { readMentions, readOwnPosts } from './read-timelines.js';
import { uploadPicture } from './upload-picture.js';
import type { PublishOutcome } from './x-account.js';
import { XFailure } from './x-failure.js';
import { XWire } from './x-wire.js';

const username = 'our_ms_weekend';
let sandbox: XSandbox;
let wire: XWire;
let accessToken: string;

beforeAll(async () => {
  sandbox = await startXSandbox();
  wire = wireTo(sandbox.origin);
});

beforeEach(() => {
  sandbox.control.reset();
  accessToken = sandbox.control.issueTokens({ username }).access_token;
});

afterAll(async () => {
  wire.onApplicationShutdown();
  await sandbox.close();
});

const wireTo = (origin: string) => new XWire({ apiOrigin: origin, authorizeOrigin: origin, callMs: 5_000 });

const post = (text: string, more: Partial<PostForX> = {}): PostForX => ({
  accessToken,
  text,
  xMediaIds: [],
  ...more,
});

async function publish(request: PostForX, via = wire, deadlineMs = 2_000): Promise<PublishOutcome> {
  try {
    return { outcome: 'published', xPostId: await createPost(via, request, { deadlineMs }) };
  } catch (error) {
    if (!(error instanceof XFailure)) throw error;
    return classifyOutcome(error.what, new Date());
  }
}

const underFault = (fault: FaultRule, deadlineMs?: number): Promise<PublishOutcome> => {
  sandbox.control.queueFault({ method: 'POST', path: '/2/tweets', ...fault });
  return publish(post('Green smoothie'), wire, deadlineMs);
};

const publishedTexts = () => sandbox.control.posts(username).map(({ written }) => written);

describe('asking X to publish', () => {
  it('tells the id of what X took', async () => {
    const outcome = await publish(post('Hello 🧑‍🦽'));
    expect(outcome).toEqual({ outcome: 'published', xPostId: sandbox.control.posts(username)[0]?.id });
  });

  it.each<[string, FaultRule, Partial<PublishOutcome>, applied: number]>([
    ['a 503 without applying', { status: 503 }, { outcome: 'unknown', because: 'serverError' }, 0],
    ['a 502 after applying', { applyThen: 502 }, { outcome: 'unknown', because: 'serverError' }, 1],
    ['a connection cut before applying', { cut: 'before' }, { outcome: 'unknown', because: 'cut' }, 0],
    ['a connection cut after applying', { cut: 'after' }, { outcome: 'unknown', because: 'cut' }, 1],
    ['an answer cut in the middle', { cut: 'midAnswer' }, { outcome: 'unknown', because: 'cut' }, 1],
    [
      'HTML labelled JSON after a 201',
      { applyThen: 201, headers: { 'content-type': 'application/json' }, body: '<html>ok</html>' },
      { outcome: 'unknown', because: 'oddAnswer' },
      1,
    ],
    [
      'a redirect, which the library takes for a success',
      { status: 307, headers: { location: '/elsewhere' }, body: '' },
      { outcome: 'unknown', because: 'oddAnswer' },
      0,
    ],
    [
      'a 201 without an id',
      { applyThen: 201, body: { data: {} } },
      { outcome: 'unknown', because: 'oddAnswer' },
      1,
    ],
    [
      'a 403 in HTML labelled JSON',
      { status: 403, headers: { 'content-type': 'application/json' }, body: '<html>no</html>' },
      { outcome: 'rejected', reason: 'refusedByX' },
      0,
    ],
  ])('R4: after %s says what is known and no more', async (_, fault, expected, applied) => {
    expect(await underFault(fault)).toMatchObject(expected);
    expect(publishedTexts()).toHaveLength(applied);
  });

  it('R4: does not wait longer than the deadline for an answer, nor for the end of one that trickles', async () => {
    const started = performance.now();
    expect(await underFault({ answerAfterMs: 3_000 }, 200)).toEqual({
      outcome: 'unknown',
      because: 'deadline',
    });
    expect(await publish(post('Slow'), await trickling(), 200)).toEqual({
      outcome: 'unknown',
      because: 'deadline',
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('waits as long as a 429 says', async () => {
    const before = Date.now();
    const outcome = await underFault({ status: 429, resetInS: 20 });
    expect(outcome).toMatchObject({ outcome: 'retryAt', because: 'rateLimited' });
    const waitMs = outcome.outcome === 'retryAt' ? outcome.at.getTime() - before : 0;
    expect(waitMs).toBeGreaterThanOrEqual(20_000);
    expect(waitMs).toBeLessThan(23_000);
  });

  it('knows that nothing was sent when nobody listens, or no such host is there', async () => {
    const nobody = await closedPort();
    for (const origin of [
      `http://127.0.0.1:${nobody}`,
      `https://127.0.0.1:${nobody}`,
      'http://nowhere.invalid',
    ]) {
      expect(await publish(post('Anyone?'), wireTo(origin))).toMatchObject({
        outcome: 'retryAt',
        because: 'notSent',
      });
    }
  });

  it('R4: does not call it unsent when X closes the kept connection under the request', async () => {
    await publish(post('First, so that a connection is kept'));
    expect(await underFault({ cut: 'after' })).toEqual({ outcome: 'unknown', because: 'cut' });
  });

  it('hears every refusal in plain words', async () => {
    await publish(post('The same'));
    expect(await publish(post('The same'))).toMatchObject({ outcome: 'rejected', reason: 'duplicate' });
    expect(await publish(post('x'.repeat(281)))).toMatchObject({ outcome: 'rejected', reason: 'tooLong' });
    expect(await publish(post('Hi', { replyToXPostId: '1' }))).toMatchObject({ reason: 'replyNotAllowed' });
    expect(await publish(post('Look', { xMediaIds: ['1'] }))).toMatchObject({ reason: 'mediaRefused' });

    const mine = sandbox.control.followerPosts({ username: 'stranger', text: 'Nobody is mentioned' });
    expect(await publish(post('Hi', { replyToXPostId: mine.id }))).toMatchObject({
      reason: 'replyNotAllowed',
    });

    const readOnly = sandbox.control.issueTokens({ username, scopes: ['tweet.read', 'users.read'] });
    expect(await publish(post('No', { accessToken: readOnly.access_token }))).toMatchObject({
      reason: 'missingScope',
    });

    sandbox.control.setCredit('baton-local-app', 0);
    expect(await publish(post('Broke'))).toMatchObject({ because: 'outOfCredit' });
    sandbox.control.setCredit('baton-local-app', 'unlimited');

    sandbox.control.suspend(username);
    expect(await publish(post('Locked'))).toMatchObject({ reason: 'accountSuspended' });
  });

  it('wants a fresh token when X does not know this one', async () => {
    expect(await publish(post('Who?', { accessToken: 'made-up' }))).toMatchObject({
      outcome: 'retryAt',
      because: 'tokenRefresh',
    });
  });

  it('P2: an error of it carries neither the token nor the text', async () => {
    sandbox.control.queueFault({
      path: '/2/tweets',
      status: 400,
      body: { title: 'x', errors: [{ message: 'y' }] },
    });
    const failure = await createPost(wire, post('canary-text'), { deadlineMs: 2_000 }).catch(
      (error: unknown) => error,
    );
    expect(inspect(failure, { depth: 10, showHidden: true })).not.toMatch(
      new RegExp(`canary-text|${accessToken}|bearer`, 'i'),
    );
  });
});

describe('giving X a picture', () => {
  it('uploads it in segments with its description, and a post shows it', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(1_500_000)]);
    const { xMediaId, expiresInMs } = await uploadPicture(wire, accessToken, {
      bytes,
      mimeType: 'image/png',
      altText: 'A green smoothie',
    });
    expect(expiresInMs).toBeGreaterThan(3_600_000);
    const outcome = await publish(post('Look', { xMediaIds: [xMediaId] }));
    expect(outcome.outcome).toBe('published');
    const stored = await fetch(`${sandbox.origin}/sandbox/media/${xMediaId}`);
    expect(Buffer.from(await stored.arrayBuffer()).equals(bytes)).toBe(true);
    const appended = sandbox.control.requests().filter(({ route }) => route.endsWith('/append'));
    expect(appended).toHaveLength(2);
  });
});

describe('reading timelines', () => {
  it('shows own posts as they were typed, with what they answer', async () => {
    const first = await publish(post('See https://example.org/a?b=1 & <3'));
    const xPostId = first.outcome === 'published' ? first.xPostId : '';
    await publish(post('And more', { replyToXPostId: xPostId }));
    const owner = { accessToken, xUserId: sandbox.control.accounts()[0]?.id ?? '' };
    const { posts, complete } = await readOwnPosts(wire, owner, new Date(Date.now() - 60_000));
    expect(complete).toBe(true);
    expect(posts.map(({ text }) => text)).toEqual([
      expect.stringContaining('And more'),
      'See https://example.org/a?b=1 & <3',
    ]);
    expect(posts[0]?.replyToXPostId).toBe(xPostId);
  });

  it('reads every page of mentions, oldest first, and later only what is new', async () => {
    const written = Array.from({ length: 150 }, (_, index) =>
      sandbox.control.followerPosts({ username: 'follower', text: `@${username} question ${index}` }),
    );
    const owner = { accessToken, xUserId: sandbox.control.accounts()[0]?.id ?? '' };
    const all = await readMentions(wire, owner, { since: new Date(Date.now() - 60_000) });
    expect(all.mentions.map(({ xPostId }) => xPostId)).toEqual(written.map(({ id }) => id));
    expect(all.mentions[0]).toMatchObject({ from: 'follower', text: `@${username} question 0` });

    const sinceId = written.at(-2)?.id ?? '';
    expect((await readMentions(wire, owner, { sinceId })).mentions).toHaveLength(1);
  });
});

/** One grey pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const servers: net.Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A server that begins to answer at once and never ends: idle time-outs do not see it. */
async function trickling(): Promise<XWire> {
  const server = net.createServer((socket) => {
    socket.write('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n');
    const timer = setInterval(() => socket.write(' '), 20);
    socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
  });
  servers.push(server);
  return wireTo(`http://127.0.0.1:${await listen(server)}`);
}

async function closedPort(): Promise<number> {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const listen = (server: net.Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
