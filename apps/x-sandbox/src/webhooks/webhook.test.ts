import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity } from '../testing/real-clients.js';
import { Impossible } from '../world/impossible.js';

const secret = 'the-api-key-secret-of-an-app';
const sign = (what: string) => `sha256=${createHmac('sha256', secret).update(what).digest('base64')}`;
const calls: { body: string; signature: unknown }[] = [];
let sandbox: XSandbox;
let server: Server;
let url: string;

beforeAll(async () => {
  sandbox = await startXSandbox();
  server = createServer(async (request, response) => {
    const token = new URL(request.url ?? '', 'http://here').searchParams.get('crc_token');
    if (request.method === 'GET') return response.end(JSON.stringify({ response_token: sign(token ?? '') }));
    const body = Buffer.concat(await request.toArray()).toString();
    calls.push({ body, signature: request.headers['x-twitter-webhooks-signature'] });
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/bell`;
});

afterAll(async () => {
  await sandbox.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('a webhook', () => {
  it('is taken only where its address knows the app’s secret', async () => {
    const { control } = sandbox;
    const wrong = { url, secret: 'another-secret', usernames: [charity] };
    await expect(control.registerWebhook(wrong)).rejects.toThrow(Impossible);
    await control.registerWebhook({ url, secret, usernames: [charity] });
  });

  it('is called, signed, when somebody mentions its account, and only then', async () => {
    const { control } = sandbox;
    control.followerPosts({ username: 'anna', text: 'Hello everybody' });
    control.followerPosts({ username: 'anna', text: `Hello @${charity}` });
    await control.settled();
    expect(calls.map(({ body, signature }) => signature === sign(body))).toEqual([true]);
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      data: { event_type: 'post.mention.create', filter: { user_id: control.accounts()[0]?.id } },
    });
  });
});
