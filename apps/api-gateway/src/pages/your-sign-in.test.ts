import type { CharityId, MemberId } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { type Answer, GatewayOnStage, publicOrigin } from '../rehearsal/gateway-on-stage.js';
import { PretendAuthenticator } from '../rehearsal/pretend-authenticator.js';
import { appCode } from '../rehearsal/pretend-authenticator-app.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';

let gateway: GatewayOnStage;
let signing: SignInOnStage;
let charityId: CharityId;
let memberId: MemberId;
let email: string;
let token: string;
let count = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
  ({ charityId } = await gateway.aCharity('own-pages'));
});
afterAll(() => gateway.close());

beforeEach(async () => {
  count += 1;
  email = `somebody-${count}@team.example`;
  memberId = await gateway.aMember(charityId, 'manager', email);
  token = await gateway.aSession(charityId, { memberId });
});

const cookieOf = (session: string) => ({ cookie: `${cookieName}=${session}` });
const see = (path: string, session = token) => gateway.ask(path, { headers: cookieOf(session) });
const send = (path: string, form: Record<string, string> = {}, session = token) =>
  gateway.ask(path, {
    method: 'POST',
    headers: { ...cookieOf(session), 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });
const goesTo = ({ status, headers }: Answer) => [status, headers.get('location')];
const fieldIn = (name: string, { text }: Answer): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';

describe('the page of one’s own sign-in', () => {
  it('lists where somebody is signed in, and ends one of it', async () => {
    const lost = await gateway.aSession(charityId, { memberId });
    const page = await see('/your-sign-in');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Sign out A test');
    const ended = await send('/your-sign-in/end-session', { sessionId: fieldIn('sessionId', page) });
    expect(goesTo(ended)).toEqual([303, '/your-sign-in']);
    expect([(await see('/your-sign-in', lost)).status, (await see('/your-sign-in')).status]).toEqual([
      401, 200,
    ]);
  });

  it('ends all others at once', async () => {
    const others = [
      await gateway.aSession(charityId, { memberId }),
      await gateway.aSession(charityId, { memberId }),
    ];
    await send('/your-sign-in/end-others');
    const statuses = await Promise.all(
      [...others, token].map(async (each) => (await see('/your-sign-in', each)).status),
    );
    expect(statuses).toEqual([401, 401, 200]);
  });

  it('shows a curator their sessions, and nothing they cannot use', async () => {
    const { text } = await see('/your-sign-in', await gateway.aCuratorsSession(charityId));
    expect(text).toContain('Where you are signed in');
    expect(text).not.toContain('Passkeys');
  });

  it('is nobody’s who is signed out', async () => {
    expect((await gateway.ask('/your-sign-in')).status).toBe(401);
    expect((await gateway.ask('/confirm-it-is-you')).status).toBe(401);
  });
});

describe('confirming a big step by hand', () => {
  it('asks for it where it is needed, mails a code, and goes on where it was asked for', async () => {
    const asked = await send('/your-sign-in/second-factor');
    expect(goesTo(asked)).toEqual([303, '/confirm-it-is-you?next=/your-sign-in']);
    expect((await see('/confirm-it-is-you?next=/your-sign-in')).text).toContain('Send me a code');
    const mailed = await send('/confirm-it-is-you/mail', { next: '/your-sign-in' });
    const [code = ''] = await gateway.post.codesFor(email);
    const proof = { by: 'code', ticket: fieldIn('ticket', mailed), code, next: '/your-sign-in' };
    const wrong = await send('/confirm-it-is-you', {
      ...proof,
      code: code === '00000000' ? '1' : '00000000',
    });
    expect([wrong.status, fieldIn('ticket', wrong)]).toEqual([422, proof.ticket]);
    expect(goesTo(await send('/confirm-it-is-you', proof))).toEqual([303, '/your-sign-in']);
    expect((await send('/your-sign-in/second-factor')).text).toContain('Set up an app');
  });

  it.each(['//evil.example', 'https://evil.example/', 'javascript:alert(1)'])(
    'leads to no other site: %s',
    async (next) => {
      const { text } = await see(`/confirm-it-is-you?next=${encodeURIComponent(next)}`);
      expect(text).not.toContain('evil.example');
      expect(text).not.toContain('javascript:');
    },
  );
});

describe('an app, by hand', () => {
  it('is set up, asked for after the mail, and shown in the page', async () => {
    await signing.stepUp(token);
    const shown = await send('/your-sign-in/second-factor');
    const secret = /<pre>([A-Z2-7 ]+)<\/pre>/.exec(shown.text)?.[1]?.replaceAll(' ', '') ?? '';
    expect((await send('/your-sign-in/confirm-second-factor', { code: '12' })).status).toBe(422);
    const on = await send('/your-sign-in/confirm-second-factor', { code: appCode(secret, -1) });
    expect(goesTo(on)).toEqual([303, '/your-sign-in']);

    const { ticket, code } = await signing.mailed({ email });
    const step = await send('/sign-in-code', { as: 'staff', email, ticket, code }, '');
    expect(step.text).toContain('One more step');
    const form = { ticket: fieldIn('ticket', step), code: appCode(secret) };
    const wrong = await send('/second-factor', { ...form, code: '12' }, '');
    expect([wrong.status, fieldIn('ticket', wrong)]).toEqual([422, form.ticket]);
    const signedIn = await send('/second-factor', form, '');
    expect(goesTo(signedIn)).toEqual([303, '/manager']);
    expect(signedIn.headers.get('set-cookie')).toContain(`${cookieName}=bp_`);
  });
});

describe('a passkey, by hand', () => {
  const begin = (path: string) =>
    gateway.ask(`/api${path}`, {
      method: 'POST',
      headers: { ...cookieOf(token), 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: '{}',
    });
  const challengeIn = ({ body }: Answer) => String((body['options'] as { challenge: string }).challenge);

  it('is added by the page’s script, signs in, and confirms', async () => {
    await signing.stepUp(token);
    const device = new PretendAuthenticator(publicOrigin);
    const making = await begin('/passkeys/begin');
    const made = {
      ticket: String(making.body['ticket']),
      answer: JSON.stringify(device.make(challengeIn(making))),
    };
    const added = await send('/your-sign-in/passkey', { ...made, name: 'My phone' });
    expect(goesTo(added)).toEqual([303, '/your-sign-in']);
    expect((await see('/your-sign-in')).text).toContain('Remove My phone');
    for (const path of ['/sign-in-passkey', '/confirm-it-is-you']) {
      const asked = await begin('/sign-in/passkey/begin');
      const answer = JSON.stringify(device.show(challengeIn(asked)));
      const form = { by: 'passkey', ticket: String(asked.body['ticket']), answer, next: '/manager' };
      expect(goesTo(await send(path, form))).toEqual([303, '/manager']);
    }
  });

  it.each(['', '{', '{"id":"x"}'])('that cannot be read is told in one sentence: %j', async (answer) => {
    const refused = await send('/sign-in-passkey', { ticket: 'x', answer }, '');
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([422, []]);
    expect(refused.text).toContain('The passkey could not be read.');
  });

  it('is asked for by one script of ours, on the pages that need it and nowhere else', async () => {
    for (const path of ['/sign-in', '/sign-in/own-pages', '/your-sign-in', '/confirm-it-is-you']) {
      const { headers } = await see(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    expect((await see('/')).headers.get('content-security-policy')).not.toContain('script-src');
    expect((await gateway.ask('/passkey.js')).text).toContain('navigator.credentials');
  });
});
