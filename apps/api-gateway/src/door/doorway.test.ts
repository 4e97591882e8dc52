import { type CharityId, closeSession } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { GatewayOnStage, operatorToken, publicOrigin } from '../rehearsal/gateway-on-stage.js';
import { cookieName } from './request.js';

/** What a hurried hand might add: routes without a mark. */
@Controller('forgotten')
class Forgotten {
  @Get()
  read(): string {
    return 'a secret';
  }

  @Post()
  write(): string {
    return 'done';
  }
}

let gateway: GatewayOnStage;
let charityId: CharityId;
beforeAll(async () => {
  gateway = await GatewayOnStage.open({ ANYONE_PER_MINUTE: '30', TRUST_PROXY: 'true' }, [Forgotten]);
  ({ charityId } = await gateway.aCharity('door'));
});
afterAll(() => gateway.close());

describe('a route without a mark', () => {
  it.each(['GET', 'HEAD', 'POST'])('lets nobody in, whoever it is (%s)', async (method) => {
    const owner = await gateway.aMembersSession(charityId, 'owner');
    for (const token of [undefined, operatorToken, owner]) {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const { status, text } = await gateway.ask('/forgotten', { method, headers });
      expect(status).toBe(403);
      expect(text).not.toContain('a secret');
    }
  });
});

describe('a form or call sent from another site with our visitor’s cookie', () => {
  const signOut = async (headers: Record<string, string>) => {
    const token = await gateway.aCuratorsSession(charityId);
    const cookie = `${cookieName}=${token}`;
    const answer = await gateway.ask('/sign-out', { method: 'POST', headers: { cookie, ...headers } });
    const after = await gateway.ask('/api/session', { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, stillSignedIn: after.status === 200 };
  };
  const refused = { status: 403, stillSignedIn: true };

  it.each([
    ['as its browser tells', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['as an older browser tells', { origin: 'https://elsewhere.example' }],
    ['from a page without an origin', { origin: 'null' }],
    ['by something that tells nothing', {}],
  ])('is refused and changes nothing, %s', async (_, headers) => {
    expect(await signOut(headers)).toEqual(refused);
  });

  it.each([
    ['as its browser tells', { 'sec-fetch-site': 'same-origin' }],
    ['as an older browser tells', { origin: publicOrigin }],
  ])('is taken from our own page, %s', async (_, headers) => {
    expect(await signOut(headers)).toEqual({ status: 303, stillSignedIn: false });
  });

  it('is refused by every command of the API', async () => {
    const cookie = `${cookieName}=${await gateway.aMembersSession(charityId, 'owner')}`;
    const answer = await gateway.ask(`/api${closeSession.path}`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      body: '{"token":"x"}',
    });
    expect(answer).toMatchObject({
      status: 403,
      body: { refusal: { message: expect.stringMatching(/another site/) } },
    });
  });
});

describe('every answer', () => {
  it.each(['/', '/c/nobody', '/curator', '/api/charities', '/api/nothing', '/health/live'])(
    'tells the browser to be strict: %s',
    async (path) => {
      const { headers } = await gateway.ask(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('script-src');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('about people is not kept by browsers or proxies', async () => {
    const cookie = `${cookieName}=${await gateway.aCuratorsSession(charityId)}`;
    for (const path of ['/curator', '/manager', '/api/session']) {
      expect((await gateway.ask(path, { headers: { cookie } })).headers.get('cache-control')).toBe(
        'no-store',
      );
    }
  });
});

describe('one address', () => {
  const from = (address: string, path = `/api/sign-in`) =>
    gateway.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: '{"email":"stranger@example.org"}',
    });

  it.each(['/api/sign-in', '/sign-in/door'])(
    'may send so much a minute to %s, whatever it says came before it',
    async (path) => {
      const ours = path.length % 250;
      const statuses: number[] = [];
      for (let call = 0; call < 31; call++)
        statuses.push((await from(`10.0.0.${call}, 192.0.2.${ours}`, path)).status);
      expect(statuses.slice(0, 30)).not.toContain(429);
      expect(statuses[30]).toBe(429);
      expect((await from('192.0.2.251', path)).status).not.toBe(429);
    },
  );
});
