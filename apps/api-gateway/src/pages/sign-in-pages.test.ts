import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';
import { newSecret } from '../sign-in/secret.js';

let gateway: GatewayOnStage;
let signing: SignInOnStage;
let email: string;
let owners = 0;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
  ({ ownerEmail: email } = await gateway.aCharity('shine'));
});
afterAll(() => gateway.close());

const send = (path: string, form: Record<string, string>) =>
  gateway.ask(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });

/** Somebody who may sign in and has not been mailed yet. */
async function anOwner(): Promise<string> {
  owners += 1;
  return (await gateway.aCharity(`owner-${owners}`)).ownerEmail;
}

const ticketIn = (page: string): string => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe('signing in by hand', () => {
  it('takes an address and the code from the mail, spaces and all, and gives a cookie no script can read', async () => {
    const { status, text } = await send('/sign-in/shine', { as: 'staff', email: email.toUpperCase() });
    expect([status, text]).toEqual([200, expect.stringContaining('Look in your mail')]);
    const ticket = ticketIn(text);
    const code = (await gateway.post.codesFor(email)).at(-1) ?? '';
    const answer = await send('/sign-in/shine/code', {
      as: 'staff',
      email,
      ticket,
      code: ` ${code.slice(0, 4)} ${code.slice(4)}`,
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/manager?charity=shine']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(new RegExp(`^${cookieName}=bp_.*Path=/; HttpOnly; Secure; SameSite=Lax$`));
    const session = await gateway.ask('/api/session', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(session.body).toMatchObject({ caller: { kind: 'person' } });
  });

  it('keeps what was typed where it is no address, and says so', async () => {
    const { text } = await send('/sign-in/shine', { as: 'staff', email: 'ada at "home"' });
    expect(text).toContain('Please type your whole e-mail address.');
    expect(text).toContain('value="ada at &quot;home&quot;"');
    expect(text).toContain('value="staff" checked');
  });

  it('says what a code looks like where it is none, without using up a try', async () => {
    const { status, text } = await send('/sign-in/shine/code', { as: 'staff', email, code: '12' });
    expect(status).toBe(422);
    expect(text).toContain('The code is the eight digits in the mail.');
  });

  it('leads to the page somebody came for, and to no other site', async () => {
    for (const [next, lands] of [
      ['/manager?charity=shine', '/manager?charity=shine'],
      ['//evil.example', '/manager?charity=shine'],
      ['https://evil.example', '/manager?charity=shine'],
      ['/start', '/start'],
    ]) {
      const { code, ticket } = await signing.mailed({ email: await anOwner() });
      const answer = await send('/sign-in/shine/code', {
        as: 'staff',
        email,
        ticket,
        code,
        next: next ?? '',
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, lands]);
    }
  });

  it('at everybody’s page needs no charity', async () => {
    const owner = await anOwner();
    const ticket = ticketIn((await send('/sign-in', { email: owner })).text);
    const code = (await gateway.post.codesFor(owner)).at(-1) ?? '';
    const answer = await send('/sign-in-code', { as: 'staff', email: owner, ticket, code });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/manager']);
  });

  it('remembers the device where it was ticked, under a cookie of its own', async () => {
    const { code, ticket } = await signing.mailed({ email: await anOwner() });
    const answer = await send('/sign-in/shine/code', { as: 'staff', email, ticket, code, remember: 'yes' });
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual([
      cookieName,
      '__Host-baton-device',
    ]);
  });

  it('shows nobody’s page to someone signed out, but the way in', async () => {
    for (const path of ['/curator', '/manager']) {
      const { status, text } = await gateway.ask(path);
      expect(status).toBe(401);
      expect(text).toContain('Choose your charity');
    }
  });

  it('has a page for an address where nothing is', async () => {
    expect(await gateway.ask('/sign-in/nobody')).toMatchObject({
      status: 404,
      text: expect.stringContaining('There is nothing here'),
    });
  });
});

describe('A1: a scanner that opens the links in a mail', () => {
  it.each(['GET', 'HEAD'])('signs nobody in by %s, however often, and uses nothing up', async (method) => {
    const { link } = await signing.mailed({ email: await anOwner() });
    const page = `/sign-in-by-link?token=${link}`;
    for (const headers of [{}, { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' }, {}]) {
      const answer = await gateway.ask(page, { method, headers });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
    const pressed = await send('/sign-in-by-link', { token: link });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/manager']);
    expect(pressed.headers.get('set-cookie')).toContain(`${cookieName}=bp_`);
  });

  it('is shown a page with a button, which alone signs in', async () => {
    const { link } = await signing.mailed({ email: await anOwner() });
    const { text } = await gateway.ask(`/sign-in-by-link?token=${link}`);
    expect(text).toContain('<form method="post" action="/sign-in-by-link">');
    expect(text).toContain(`name="token" value="${link}"`);
  });

  it.each(['', 'x', '"><script>', newSecret()])('tells a broken link in one sentence: %j', async (token) => {
    const answer = await send('/sign-in-by-link', { token });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []]);
    expect(answer.text).toMatch(/This link (does not work|is not whole)\./);
    expect(answer.text).not.toContain('<script>');
  });
});

describe('a sign-in begun by another site', () => {
  it.each([
    ['/sign-in/shine', { as: 'staff', email: 'mallory@evil.example' }],
    ['/sign-in/shine/code', { as: 'staff', email: 'mallory@evil.example', code: '12345678' }],
    ['/sign-in-by-link', { token: newSecret() }],
  ])('is refused even without a cookie: %s', async (path, form) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const answer = await gateway.ask(path, { method: 'POST', headers, body: new URLSearchParams(form) });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
  });
});
