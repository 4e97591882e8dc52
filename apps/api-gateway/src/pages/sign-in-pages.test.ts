import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
let email: string;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ ownerEmail: email } = await gateway.aCharity('shine'));
});
afterAll(() => gateway.close());

const send = (path: string, form: Record<string, string>) =>
  gateway.ask(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });

describe('signing in by hand', () => {
  it('takes an address and the code from the mail, spaces and all, and gives a cookie no script can read', async () => {
    expect(await send('/sign-in/shine', { as: 'staff', email: email.toUpperCase() })).toMatchObject({
      status: 200,
      text: expect.stringContaining('Look in your mail'),
    });
    const code = (await gateway.post.codesFor(email, 2)).at(-1) ?? '';
    const answer = await send('/sign-in/shine/code', {
      as: 'staff',
      email,
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
