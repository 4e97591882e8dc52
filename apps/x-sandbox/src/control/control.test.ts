import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwitterApi } from 'twitter-api-v2';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity, pointAt, rejectionOf, twitterApiClient } from '../testing/real-clients.js';

let sandbox: XSandbox;
beforeAll(async () => {
  sandbox = await startXSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${sandbox.origin}/sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('the control API', () => {
  it('makes an app, an account and tokens that work', async () => {
    const app = await control('POST', '/apps', {
      name: 'Theirs',
      callbackUrls: ['https://charity.example/back'],
    });
    expect(app).toMatchObject({
      status: 200,
      body: { data: { name: 'Theirs', clientId: expect.any(String) } },
    });
    await control('POST', '/accounts', { username: 'theirs', name: 'Theirs' });
    const tokens = await control('POST', '/tokens', { username: 'theirs' });
    expect(tokens.body).toMatchObject({ data: { token_type: 'bearer', expires_in: 7200 } });
  });

  it('lets a follower speak, a fault happen, and both be read back', async () => {
    const posted = await control('POST', '/follower-posts', { username: 'anna', text: `@${charity} hello` });
    expect(posted.body).toMatchObject({
      data: { written: `@${charity} hello`, receivedAt: expect.any(Number) },
    });
    await control('POST', '/faults', { method: 'POST', path: '/2/tweets', status: 503, times: 3 });
    expect((await control('GET', '/faults')).body).toMatchObject({ data: [{ remaining: 3 }] });
    await rejectionOf(twitterApiClient(sandbox).v2.tweet('x'));
    expect((await control('GET', '/requests')).body).toMatchObject({ data: [{ ending: { status: 503 } }] });
    expect((await control('GET', `/posts?account=anna`)).body).toMatchObject({
      data: [{ text: expect.any(String) }],
    });
    await control('DELETE', '/faults');
    expect((await control('GET', '/faults')).body).toEqual({ data: [] });
  });

  it('suspends, restores, spends and revokes', async () => {
    const client = twitterApiClient(sandbox);
    await control('POST', `/accounts/${charity}/suspend`);
    expect(await rejectionOf(client.v2.me())).toMatchObject({ code: 403 });
    await control('POST', `/accounts/${charity}/restore`);
    await client.v2.me();
    await control('POST', `/accounts/${charity}/revoke-tokens`);
    expect(await rejectionOf(client.v2.me())).toMatchObject({ code: 401 });
    const { refresh_token } = sandbox.control.issueTokens({ username: charity });
    await control('POST', `/accounts/${charity}/spend-refresh-tokens`);
    const app = new TwitterApi(
      { clientId: 'baton-local-app', clientSecret: 'baton-local-secret' },
      { plugins: [pointAt(sandbox.origin)] },
    );
    expect(await rejectionOf(app.refreshOAuth2Token(refresh_token ?? ''))).toMatchObject({ code: 400 });
  });

  it('sets figures, credit and settings', async () => {
    const client = twitterApiClient(sandbox);
    const { data } = await client.v2.tweet('Popular');
    await control('PUT', `/posts/${data.id}/metrics`, { like_count: 12 });
    const read = await client.v2.singleTweet(data.id, { 'tweet.fields': ['public_metrics'] });
    expect(read.data.public_metrics).toMatchObject({ like_count: 12, reply_count: 0 });
    await control('PUT', `/accounts/${charity}/followers`, { followers: 4_321 });
    const me = await client.v2.me({ 'user.fields': ['public_metrics'] });
    expect(me.data.public_metrics).toMatchObject({ followers_count: 4_321 });
    await control('PUT', '/apps/baton-local-app/credit', { creditUsd: 0 });
    expect(await rejectionOf(client.v2.tweet('Poor'))).toMatchObject({ code: 402 });
    const changed = await control('PATCH', '/settings', { accessTokenLifeS: 60 });
    expect(changed.body).toMatchObject({ data: { accessTokenLifeS: 60, visibilityLagMs: 0 } });
  });

  it.each([
    ['POST', '/accounts', { username: 'not a name', name: 'x' }],
    ['POST', '/accounts', { username: charity, name: 'Twice' }],
    ['POST', '/accounts/nobody/suspend', undefined],
    ['POST', '/faults', { status: 500, cut: 'before' }],
    ['POST', '/faults', { statusCode: 500 }],
    ['POST', '/follower-posts', { username: 'anna', text: 'x', inReplyTo: '1' }],
    ['PATCH', '/settings', { unheardOf: 1 }],
  ])('answers %s %s with the reason when it makes no sense', async (method, path, body) => {
    expect(await control(method, path, body)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    });
  });

  it('forgets everything on reset, and ids go on growing', async () => {
    const before = (await twitterApiClient(sandbox).v2.tweet('Before')).data.id;
    await control('POST', '/reset');
    expect(sandbox.control.posts()).toEqual([]);
    const after = (await twitterApiClient(sandbox).v2.tweet('Before')).data.id;
    expect(BigInt(after) > BigInt(before)).toBe(true);
  });
});

describe('the process', () => {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));

  async function startProcess() {
    const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'], env: { PORT: '0' } });
    const [line] = await once(createInterface(child.stdout), 'line');
    const fact: unknown = JSON.parse(String(line));
    return { child, fact, ended: once(child, 'exit') };
  }

  it('says where it listens, is healthy, and ends cleanly when told to', async () => {
    const { child, fact, ended } = await startProcess();
    expect(fact).toEqual({ level: 'info', msg: 'listening', service: 'x-sandbox', port: expect.any(Number) });
    const { port } = fact as { port: number };
    for (const path of ['live', 'ready']) {
      expect((await fetch(`http://127.0.0.1:${port}/health/${path}`)).status).toBe(200);
    }
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('ends when whoever started it is gone', async () => {
    const { child, ended } = await startProcess();
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });
});
