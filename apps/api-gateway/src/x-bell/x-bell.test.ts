import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

const secret = 'the-api-key-secret-of-an-app';
const sign = (what: string, by = secret) =>
  `sha256=${createHmac('sha256', by).update(what).digest('base64')}`;
const path = '/x/bell';
let stage: GatewayOnStage;

beforeAll(async () => {
  stage = await GatewayOnStage.open({ X_BELL_SECRET: secret });
});
beforeEach(() => void stage.asked.splice(0));
afterAll(() => stage.close());

const event = (type: string, more: object = {}) =>
  JSON.stringify({
    data: {
      ...{ event_uuid: '1', event_type: type, filter: { user_id: '4711' } },
      payload: { text: 'canary words' },
      ...more,
    },
  });

const call = (body: string, signature: string | undefined = sign(body), on = stage) =>
  on.ask(path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(signature === '' ? {} : { 'x-twitter-webhooks-signature': signature }),
    },
  });

describe('the bell that X rings', () => {
  it('answers X’s challenge with the app’s secret', async () => {
    const answer = await stage.ask(`${path}?crc_token=a%2Bchallenge`);
    expect(answer).toMatchObject({ status: 200, body: { response_token: sign('a+challenge') } });
    expect((await stage.ask(path)).status).toBe(404);
  });

  it('signs no call that somebody else made up', async () => {
    const asked = encodeURIComponent(event('post.mention.create'));
    expect((await stage.ask(`${path}?crc_token=${asked}`)).status).toBe(404);
  });

  it('passes on whose inbox it is about, and nothing of what was written', async () => {
    await call(event('post.mention.create'));
    await call(event('post.reply.create'));
    expect(stage.asked).toEqual([{ xUserId: '4711' }, { xUserId: '4711' }]);
  });

  it('has X come again while nobody can be told', async () => {
    expect((await call(event('post.mention.create'))).status).toBe(503);
  });

  it('drops direct messages, and everything else that is no mention, unread', async () => {
    for (const body of [event('dm.received'), event('chat.received'), event('post.create'), '{}', '[]']) {
      expect((await call(body)).status).toBe(200);
    }
    expect((await call(event('post.mention.create', { filter: { user_id: 'x; DROP' } }))).status).toBe(200);
    expect(stage.asked).toEqual([]);
  });

  it('is not rung by anybody else: an invented signature, another’s, one of other words, none', async () => {
    const body = event('post.mention.create');
    for (const signature of ['sha256=', 'x', sign(body, 'another-secret-of-an-app'), sign(`${body} `), '']) {
      const answer = await call(body, signature);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('sha256');
    }
    expect(stage.asked).toEqual([]);
  });

  it('takes no more than a page of an event', async () => {
    expect((await call(event('post.mention.create', { payload: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('is not there unless it was asked for', async () => {
    const without = await GatewayOnStage.open();
    try {
      expect((await without.ask(`${path}?crc_token=1`)).status).toBe(404);
      expect((await call(event('post.mention.create'), sign('x'), without)).status).toBe(404);
    } finally {
      await without.close();
    }
  });
});
