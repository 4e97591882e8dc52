import {
  type CharityId,
  openSessionByLink,
  openStaffSession,
  type RequestOf,
  requestStaffSignIn,
} from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';
import { newSecret } from './secret.js';

const minuteMs = 60_000;
let gateway: GatewayOnStage;
let signing: SignInOnStage;
let charityId: CharityId;
let email: string;
let count = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
});
afterAll(() => gateway.close());

/** Each test has a charity of its own, with an owner. */
beforeEach(async () => {
  count += 1;
  await gateway.database.shiftClock(0);
  ({ charityId, ownerEmail: email } = await gateway.aCharity(`charity-${count}`));
});

type Asking = Partial<RequestOf<typeof requestStaffSignIn>>;
const signIn = (ticket: string, code: string) => gateway.call(openStaffSession, { ticket, code });
const byLink = (link: string) => gateway.call(openSessionByLink, { link });
const wrong = (code: string) => (code === '11111111' ? '22222222' : '11111111');
const refusedAsWrong = { status: 401, body: { refusal: { code: 'wrongCode' } } };
const refusedAsWrongLink = { status: 401, body: { refusal: { code: 'wrongLink' } } };

const ask = (more: Asking = {}) => signing.ask({ charityId, email, ...more });
const mailed = (more: Asking = {}) => signing.mailed({ charityId, email, ...more });

describe('a sign-in code', () => {
  it('opens a session, once', async () => {
    const { ticket, code } = await mailed();
    expect(await signIn(ticket, code)).toMatchObject({
      status: 200,
      body: { token: expect.stringMatching(/^bp_/), personId: expect.any(String) },
    });
    expect(await signIn(ticket, code)).toMatchObject(refusedAsWrong);
  });

  it('opens one session although it is sent thrice at once', async () => {
    const { ticket, code } = await mailed();
    const answers = await Promise.all([signIn(ticket, code), signIn(ticket, code), signIn(ticket, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it('works only with the ticket of whoever asked for it', async () => {
    const mine = await mailed();
    const strangers = await ask();
    expect(await signIn(strangers, mine.code)).toMatchObject(refusedAsWrong);
    expect(await signIn(newSecret(), mine.code)).toMatchObject(refusedAsWrong);
    expect(await signIn(mine.ticket, mine.code)).toMatchObject({ status: 200 });
  });

  it('works whichever mail it came in, if the second was asked for with the same ticket', async () => {
    const first = await mailed();
    await mailed({ ticket: first.ticket });
    expect(await signIn(first.ticket, first.code)).toMatchObject({ status: 200 });
  });

  it('is used up by signing in with another, and so are all links', async () => {
    const [first, second] = [await mailed(), await mailed()];
    expect(await signIn(first.ticket, first.code)).toMatchObject({ status: 200 });
    expect(await signIn(second.ticket, second.code)).toMatchObject(refusedAsWrong);
    expect(await byLink(second.link)).toMatchObject(refusedAsWrongLink);
  });

  it('works just before 15 minutes are over, and no more after', async () => {
    const [early, late] = [await mailed(), await mailed()];
    await gateway.database.shiftClock(14.5 * minuteMs);
    expect(await signIn(early.ticket, early.code)).toMatchObject({ status: 200 });
    await gateway.database.shiftClock(15 * minuteMs);
    expect(await signIn(late.ticket, late.code)).toMatchObject(refusedAsWrong);
  });

  it('dies after five wrong tries, each counted although it was refused', async () => {
    const { ticket, code } = await mailed();
    for (let tries = 0; tries < 5; tries++)
      expect(await signIn(ticket, wrong(code))).toMatchObject(refusedAsWrong);
    expect(await signIn(ticket, code)).toMatchObject(refusedAsWrong);
  });

  it('bears four wrong tries at once', async () => {
    const { ticket, code } = await mailed();
    await Promise.all(Array.from({ length: 4 }, () => signIn(ticket, wrong(code))));
    expect(await signIn(ticket, code)).toMatchObject({ status: 200 });
  });

  it('is not spoilt by a stranger’s wrong tries', async () => {
    const mine = await mailed();
    const strangers = await mailed();
    for (let tries = 0; tries < 9; tries++) await signIn(strangers.ticket, wrong(mine.code));
    expect(await signIn(mine.ticket, mine.code)).toMatchObject({ status: 200 });
  });

  it('is asked for by an address however it is written', async () => {
    const { ticket, code } = await mailed();
    const again = await gateway.call(requestStaffSignIn, { email: `  ${email.toUpperCase()} `, ticket });
    expect(again).toMatchObject({ status: 200, body: { ticket } });
    expect(await gateway.post.codesFor(email, 2)).toHaveLength(2);
    expect(await signIn(ticket, code)).toMatchObject({ status: 200 });
  });
});

describe('a sign-in link', () => {
  it('opens a session, once', async () => {
    const { link } = await mailed();
    expect(await byLink(link)).toMatchObject({ status: 200, body: { token: expect.stringMatching(/^bp_/) } });
    expect(await byLink(link)).toMatchObject(refusedAsWrongLink);
  });

  it('works no more after 15 minutes, and not when it is made up', async () => {
    const { link } = await mailed();
    await gateway.database.shiftClock(15 * minuteMs);
    expect(await byLink(link)).toMatchObject(refusedAsWrongLink);
    expect(await byLink(newSecret())).toMatchObject(refusedAsWrongLink);
  });

  it.each(['', 'x', '../../etc', "' OR 1=1 --"])('is refused as bad input when it reads %j', async (link) => {
    expect(await byLink(link)).toMatchObject({ status: 400, body: { refusal: { code: 'badInput' } } });
  });

  it('greets an owner who has never asked for a mail', async () => {
    const [link = ''] = await gateway.post.linksFor(email);
    expect(await byLink(link)).toMatchObject({ status: 200 });
  });
});

describe('A2: asking for a mail never tells whether somebody has the address', () => {
  /** All that can be observed of an answer, but for what is random in every one. */
  const observed = async (address: string) => {
    const { status, headers, body } = await gateway.call(requestStaffSignIn, { charityId, email: address });
    expect(body['ticket']).toMatch(/^[A-Za-z0-9_-]{43}$/);
    return { status, fields: Object.keys(body), next: body['next'], headers: [...headers.keys()].toSorted() };
  };

  it('answers a stranger what it answers a member: status, body and headers', async () => {
    expect(await observed('stranger@example.org')).toEqual(await observed(email));
  });

  it('refuses a wrong code for a stranger’s address as it does for a member’s, and dies the same way', async () => {
    for (const address of [email, 'stranger@example.org']) {
      const ticket = await ask({ email: address });
      await signing.answered();
      const answers = [];
      for (let tries = 0; tries < 6; tries++) answers.push((await signIn(ticket, '00000000')).text);
      expect(new Set(answers).size).toBe(1);
    }
  });

  it('takes the same steps for both before it answers, and after', async () => {
    const rowsOf = async (address: string) => {
      const ticket = await ask({ email: address });
      await signing.answered();
      return signing.madeWith(ticket);
    };
    const [strangers, members] = [await rowsOf('nobody@example.org'), await rowsOf(email)];
    expect(strangers.map(({ tries_left }) => tries_left)).toEqual(
      members.map(({ tries_left }) => tries_left),
    );
  });

  it('mails strangers nothing', async () => {
    await ask({ email: 'stranger@example.org' });
    await mailed();
    expect(gateway.post.addresses).not.toContain('stranger@example.org');
  });

  it('tells the same where the charity does not exist', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000' as CharityId;
    const answer = await gateway.call(requestStaffSignIn, { charityId: nowhere, email });
    expect(answer).toMatchObject({ status: 200, body: { next: 'checkYourMail' } });
  });
});

describe('A3: nobody’s mailbox can be filled, and nobody is locked out by whoever tries', () => {
  /** A stranger, who claims to be at another address each time. */
  const flood = async () => {
    for (let call = 0; call < 20; call++) {
      await gateway.ask('/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${call}` },
        body: JSON.stringify({ email }),
      });
    }
    await signing.answered();
  };

  it('mails at most five times an hour to one address, wherever the requests come from', async () => {
    await flood();
    await flood();
    expect(await signing.madeFor(email)).toBe(5);
    expect(await gateway.post.linksFor(email, 5)).toHaveLength(5);
  });

  it('leaves the owner a mail that works: the link in any live one signs them in', async () => {
    await flood();
    const link = (await gateway.post.linksFor(email, 5)).at(-1) ?? '';
    expect(await byLink(link)).toMatchObject({ status: 200 });
  });

  it('mails once more when nothing in the mailbox works any longer', async () => {
    await flood();
    await gateway.post.linksFor(email, 5);
    await gateway.database.shiftClock(16 * minuteMs);
    const { ticket, code } = await mailed();
    expect(await signIn(ticket, code)).toMatchObject({ status: 200 });
  });

  it('counts a remembered device apart from everybody else', async () => {
    const { ticket, code } = await mailed();
    const { body } = await gateway.call(openStaffSession, { ticket, code, rememberDevice: true });
    const deviceToken = String(body['deviceToken']);
    await flood();
    await gateway.post.linksFor(email, 5);
    const again = await mailed({ deviceToken });
    expect(await signIn(again.ticket, again.code)).toMatchObject({ status: 200 });
  });

  it('gives nobody a cap of their own for a device that is not the address’s owner’s', async () => {
    await flood();
    await ask({ deviceToken: newSecret() });
    await signing.answered();
    expect(await signing.madeFor(email)).toBe(5);
  });
});
