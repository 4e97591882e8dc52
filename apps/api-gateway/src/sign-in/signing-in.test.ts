import { type CharityId, type MemberId, openStaffSession, requestStaffSignIn } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { platformId } from '../people/platform.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

const minuteMs = 60_000;
let gateway: GatewayOnStage;
let charityId: CharityId;
let email: string;
let ownerId: MemberId;
let count = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

/** Each test has a charity of its own, whose owner has been mailed one code. */
beforeEach(async () => {
  count += 1;
  await gateway.database.shiftClock(0);
  ({ charityId, ownerId, ownerEmail: email } = await gateway.aCharity(`charity-${count}`));
});

const signIn = (code: string, address = email) => gateway.call(openStaffSession, { email: address, code });
const askForCode = (address = email) => gateway.call(requestStaffSignIn, { charityId, email: address });
const wrong = (code: string) => (code === '11111111' ? '22222222' : '11111111');
const refusedAsWrong = { status: 401, body: { refusal: { code: 'wrongCode' } } };

async function codesMade(): Promise<number> {
  const person = await gateway.personOf(charityId, ownerId);
  const sql = 'SELECT count(*)::int AS made FROM sign_in_code WHERE person_id = $1';
  const [row] = await gateway.inCharity(platformId, (tx) => tx.query<{ made: number }>(sql, [person]));
  return row?.made ?? 0;
}

describe('a sign-in code', () => {
  it('opens a session, once', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    expect(await signIn(code)).toMatchObject({
      status: 200,
      body: { token: expect.stringMatching(/^bp_/), personId: expect.any(String) },
    });
    expect(await signIn(code)).toMatchObject(refusedAsWrong);
  });

  it('opens one session although it is sent twice at once', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it('works whichever mail it came in, and using one uses up all', async () => {
    await askForCode();
    const [first = '', second = ''] = await gateway.post.codesFor(email, 2);
    expect(await signIn(first)).toMatchObject({ status: 200 });
    expect(await signIn(second)).toMatchObject(refusedAsWrong);
  });

  it('works just before 15 minutes are over', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    await gateway.database.shiftClock(14.5 * minuteMs);
    expect(await signIn(code)).toMatchObject({ status: 200 });
  });

  it('works no more after 15 minutes', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    await gateway.database.shiftClock(15 * minuteMs);
    expect(await signIn(code)).toMatchObject(refusedAsWrong);
  });

  it('dies after five wrong tries, each counted although it was refused', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    for (let tries = 0; tries < 5; tries++) expect(await signIn(wrong(code))).toMatchObject(refusedAsWrong);
    expect(await signIn(code)).toMatchObject(refusedAsWrong);
  });

  it('bears four wrong tries', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    await Promise.all(Array.from({ length: 4 }, () => signIn(wrong(code))));
    expect(await signIn(code)).toMatchObject({ status: 200 });
  });

  it('is nobody else’s', async () => {
    const [code = ''] = await gateway.post.codesFor(email);
    const other = `other@charity-${count}.example`;
    await gateway.aMember(charityId, 'manager', other);
    expect(await signIn(code, other)).toMatchObject(refusedAsWrong);
  });

  it('is asked for by an address however it is written', async () => {
    await askForCode(`  ${email.toUpperCase()} `);
    expect(await gateway.post.codesFor(email, 2)).toHaveLength(2);
  });
});

describe('asking for a code', () => {
  it('tells a stranger what it tells a member, and mails nothing', async () => {
    await gateway.post.codesFor(email);
    const [member, stranger] = [await askForCode(), await askForCode('stranger@example.org')];
    expect({ status: stranger.status, text: stranger.text }).toEqual({
      status: member.status,
      text: member.text,
    });
    expect(await codesMade()).toBe(2);
    await gateway.post.codesFor(email, 2);
    expect(gateway.post.addresses).not.toContain('stranger@example.org');
  });

  it('tells the same where the charity does not exist', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000' as CharityId;
    const answer = await gateway.call(requestStaffSignIn, { charityId: nowhere, email });
    expect(answer).toMatchObject({ status: 200, body: { next: 'checkYourMail' } });
  });

  it('mails at most five times an hour, and answers as ever', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => askForCode()));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await codesMade()).toBe(5);
    await gateway.database.shiftClock(61 * minuteMs);
    await askForCode();
    expect(await codesMade()).toBe(6);
  });
});
