import {
  beginSecondFactor,
  type CharityId,
  confirmSecondFactor,
  type DeviceId,
  forgetDevice,
  openSessionBySecondFactor,
  openStaffSession,
  platformId,
  removeSecondFactor,
  renewBackupCodes,
  requestStepUpCode,
  stepUp,
  viewSignInMethods,
} from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { appCode } from '../rehearsal/pretend-authenticator-app.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';
import { newSecret } from '../sign-in/secret.js';

const minuteMs = 60_000;
const refused = (status: number, code: string) => ({ status, body: { refusal: { code } } });
const ok = { status: 200 };
let gateway: GatewayOnStage;
let signing: SignInOnStage;
let charityId: CharityId;
let email: string;
let token: string;
let secret: string;
let backupCodes: string[];
let count = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
  ({ charityId } = await gateway.aCharity('factors'));
});
afterAll(() => gateway.close());

/** Each test has a person with a second factor, who may take big steps. */
beforeEach(async () => {
  count += 1;
  await gateway.database.shiftClock(0);
  email = `careful-${count}@team.example`;
  const memberId = await gateway.aMember(charityId, 'manager', email);
  token = await gateway.aSession(charityId, { memberId });
  await signing.stepUp(token);
  const { body } = await gateway.call(beginSecondFactor, {}, token);
  secret = String(body['secret']);
  backupCodes = body['backupCodes'] as string[];
  // With the code before: the one of now is left for the test.
  const confirm = () => gateway.call(confirmSecondFactor, { code: appCode(secret, -1) }, token);
  // Once more where the half minute that the code is for has ended in between.
  if ((await confirm()).status !== 200) expect(await confirm()).toMatchObject(ok);
});

const ticketIn = ({ body }: Answer): string =>
  (body.refusal?.details as { ticket?: string } | undefined)?.ticket ?? '';

/** The first of two steps: the mailed code. */
async function byMail(more: { deviceToken?: string } = {}): Promise<Answer> {
  const { ticket, code } = await signing.mailed({ email });
  return gateway.call(openStaffSession, { ticket, code, ...more });
}
const second = (ticket: string, code: string, rememberDevice = false) =>
  gateway.call(openSessionBySecondFactor, { ticket, code, rememberDevice });
const wrongCode = () => (appCode(secret) === '000000' ? '111111' : '000000');

describe('signing in with a second factor', () => {
  it('takes two steps: the mail, and the code of the app', async () => {
    const first = await byMail();
    expect(first).toMatchObject(refused(401, 'secondFactorNeeded'));
    expect(await second(ticketIn(first), appCode(secret))).toMatchObject({
      status: 200,
      body: { token: expect.stringMatching(/^bp_/) },
    });
  });

  it('takes a code once, even the right one', async () => {
    const code = appCode(secret);
    expect(await second(ticketIn(await byMail()), code)).toMatchObject(ok);
    expect(await second(ticketIn(await byMail()), code)).toMatchObject(refused(401, 'wrongSecondFactor'));
  });

  it('takes each backup code once, with or without spaces', async () => {
    const [code = ''] = backupCodes;
    expect(await second(ticketIn(await byMail()), ` ${code} `)).toMatchObject(ok);
    expect(await second(ticketIn(await byMail()), code)).toMatchObject(refused(401, 'wrongSecondFactor'));
  });

  it('pauses after five wrong codes, the right one included, and goes on a quarter of an hour later', async () => {
    const ticket = ticketIn(await byMail());
    for (let tries = 0; tries < 5; tries++)
      expect(await second(ticket, wrongCode())).toMatchObject(refused(401, 'wrongSecondFactor'));
    expect(await second(ticket, appCode(secret))).toMatchObject(refused(429, 'tooManyTries'));
    await gateway.database.shiftClock(16 * minuteMs);
    expect(await second(ticketIn(await byMail()), appCode(secret))).toMatchObject(ok);
  });

  it('counts many wrong codes at once one by one', async () => {
    const ticket = ticketIn(await byMail());
    const answers = await Promise.all(Array.from({ length: 12 }, () => second(ticket, wrongCode())));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('forgets the first step after ten minutes, and knows no forged one', async () => {
    const ticket = ticketIn(await byMail());
    await gateway.database.shiftClock(10 * minuteMs);
    for (const stale of [ticket, newSecret()])
      expect(await second(stale, appCode(secret))).toMatchObject(refused(401, 'wrongCode'));
  });

  it('is not asked for on a device that is remembered, until it is forgotten', async () => {
    const first = await second(ticketIn(await byMail()), appCode(secret), true);
    const deviceToken = String(first.body['deviceToken']);
    const known = await byMail({ deviceToken });
    expect(known).toMatchObject(ok);
    const { body } = await gateway.call(viewSignInMethods, {}, token);
    const [device] = body['devices'] as { deviceId: DeviceId }[];
    if (!device) throw new Error('the device is not listed');
    await gateway.call(forgetDevice, device, token);
    expect(await byMail({ deviceToken })).toMatchObject(refused(401, 'secondFactorNeeded'));
  });

  it('is asked for again on every device after 30 days', async () => {
    const first = await second(ticketIn(await byMail()), appCode(secret), true);
    const deviceToken = String(first.body['deviceToken']);
    await gateway.database.shiftClock(30 * 24 * 60 * minuteMs + 1_000);
    expect(await byMail({ deviceToken })).toMatchObject(refused(401, 'secondFactorNeeded'));
  });

  it('is not replaced by somebody else’s remembered device', async () => {
    const other = await gateway.aCharity(`others-${count}`);
    const { ticket, code } = await signing.mailed({ email: other.ownerEmail });
    const strangers = await gateway.call(openStaffSession, { ticket, code, rememberDevice: true });
    const deviceToken = String(strangers.body['deviceToken']);
    expect(await byMail({ deviceToken })).toMatchObject(refused(401, 'secondFactorNeeded'));
  });
});

describe('a second factor', () => {
  it('does not count before a code of it was shown', async () => {
    const memberId = await gateway.aMember(charityId, 'analyst', `hesitant-${count}@team.example`);
    const session = await gateway.aSession(charityId, { memberId });
    await signing.stepUp(session);
    await gateway.call(beginSecondFactor, {}, session);
    const wrong = await gateway.call(confirmSecondFactor, { code: '000000' }, session);
    expect(wrong).toMatchObject(refused(401, 'wrongSecondFactor'));
    const { ticket, code } = await signing.mailed({ email: `hesitant-${count}@team.example` });
    expect(await gateway.call(openStaffSession, { ticket, code })).toMatchObject(ok);
  });

  it('is not set up over another', async () => {
    expect(await gateway.call(beginSecondFactor, {}, token)).toMatchObject(refused(409, 'onAlready'));
  });

  it('that was removed is not asked for any more', async () => {
    expect(await gateway.call(removeSecondFactor, {}, token)).toMatchObject(ok);
    expect(await byMail()).toMatchObject(ok);
  });

  it('has new backup codes once they are renewed, and the old ones open nothing', async () => {
    const { body } = await gateway.call(renewBackupCodes, {}, token);
    const [fresh = ''] = body['backupCodes'] as string[];
    const [old = ''] = backupCodes;
    const ticket = ticketIn(await byMail());
    expect(await second(ticket, old)).toMatchObject(refused(401, 'wrongSecondFactor'));
    expect(await second(ticket, fresh)).toMatchObject(ok);
  });

  it('is kept encrypted: no table shows the secret or a backup code', async () => {
    const rows = await gateway.inCharity(platformId, (tx) =>
      tx.query('SELECT row_to_json(f)::text FROM second_factor f'),
    );
    for (const clear of [secret, ...backupCodes]) expect(JSON.stringify(rows)).not.toContain(clear);
  });
});

describe('A5: a big step by somebody who has a second factor', () => {
  it('is confirmed with it, and no longer with a mailed code', async () => {
    const stronger = refused(403, 'strongerProofNeeded');
    expect(await gateway.call(requestStepUpCode, {}, token)).toMatchObject(stronger);
    const proof = { by: 'secondFactor', code: appCode(secret) } as const;
    expect(await gateway.call(stepUp, { proof }, token)).toMatchObject(ok);
    expect(await gateway.call(stepUp, { proof }, token)).toMatchObject(refused(401, 'wrongSecondFactor'));
  });
});
