import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity, rejectionOf, twitterApiClient } from '../testing/real-clients.js';
import { countRequest } from './rate-window.js';

let now = Date.now();
let sandbox: XSandbox;

beforeAll(async () => {
  sandbox = await startXSandbox({ now: () => new Date(now) });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

describe('a window of 15 minutes', () => {
  const start = 1_700_000_000_000;

  it('counts down, refuses when nothing is left, and opens anew when it is over', () => {
    const first = countRequest(undefined, 2, start);
    const second = countRequest(first.window, 2, start + 1);
    const third = countRequest(second.window, 2, start + 899_999);
    const later = countRequest(third.window, 2, start + 900_000);
    expect([first, second, third, later].map(({ exceeded }) => exceeded)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect([first, second, third, later].map(({ headers }) => headers['x-rate-limit-remaining'])).toEqual([
      '1',
      '0',
      '0',
      '1',
    ]);
    expect(third.headers['x-rate-limit-reset']).toBe(String((start + 900_000) / 1000));
  });
});

describe('limits as the client sees them', () => {
  it('are told per user and endpoint, and 429 says when to come back', async () => {
    sandbox.control.changeSettings({ rateLimits: { 'GET /2/users/me': 1 } });
    const client = twitterApiClient(sandbox);
    await client.v2.me();
    const error = await rejectionOf(client.v2.me());
    expect(error).toMatchObject({
      code: 429,
      data: { title: 'Too Many Requests', status: 429 },
      rateLimit: { limit: 1, remaining: 0, reset: Math.ceil((now + 900_000) / 1000) },
    });
    await client.v2.tweet('Another endpoint is not affected');
    now += 900_000;
    await client.v2.me();
  });

  it('count posts and replies of a day apart', async () => {
    sandbox.control.changeSettings({ rateLimits: { 'POST /2/tweets': 1_000 } });
    const client = twitterApiClient(sandbox);
    for (let count = 1; count <= 50; count += 1) await client.v2.tweet(`Post ${count}`);
    const error = await rejectionOf(client.v2.tweet('Post 51'));
    expect(error).toMatchObject({ code: 429, rateLimit: { userDay: { limit: 50, remaining: 0 } } });
    const mention = sandbox.control.followerPosts({ username: 'anna', text: `@${charity} hello` });
    await client.v2.reply('Replies have their own allowance', mention.id);
  });
});
