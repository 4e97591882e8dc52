import { type CharityId, openStaffSession, requestStepUpCode, stepUp, viewSession } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';

const minuteMs = 60_000;
const refusedAsWrong = { status: 401, body: { refusal: { code: 'wrongCode' } } };
let gateway: GatewayOnStage;
let signing: SignInOnStage;
let charityId: CharityId;
let email: string;
let token: string;
let count = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
});
afterAll(() => gateway.close());

beforeEach(async () => {
  count += 1;
  await gateway.database.shiftClock(0);
  const charity = await gateway.aCharity(`careful-${count}`);
  ({ charityId, ownerEmail: email } = charity);
  token = await gateway.aSession(charityId, { memberId: charity.ownerId });
});

/** Asks for a code to confirm with; tells it and its ticket. */
async function asked(session = token): Promise<{ ticket: string; code: string }> {
  const before = (await gateway.post.codesFor(email, 0)).length;
  const { body } = await gateway.call(requestStepUpCode, {}, session);
  const code = (await gateway.post.codesFor(email, before + 1)).at(-1) ?? '';
  return { ticket: String(body['ticket']), code };
}

const confirm = (proof: { ticket: string; code: string }, session = token) =>
  gateway.call(stepUp, { proof: { by: 'code', ...proof } }, session);

async function steppedUpUntil(session = token): Promise<string | undefined> {
  const { body } = await gateway.call(viewSession, {}, session);
  return (body['caller'] as { steppedUpUntil?: string }).steppedUpUntil;
}

describe('A5: a big step', () => {
  it('may be taken for ten minutes by the session that has confirmed, and by no other of the same person', async () => {
    const owner = await gateway.call(viewSession, {}, token);
    const memberId = (owner.body['charities'] as { memberId: string }[])[0]?.memberId;
    const other = await gateway.aSession(charityId, { memberId: memberId as never });
    const { body, status } = await confirm(await asked());
    expect(status).toBe(200);
    const minutesLeft = (Date.parse(String(body['steppedUpUntil'])) - Date.now()) / minuteMs;
    expect(Math.round(minutesLeft)).toBe(10);
    expect(await steppedUpUntil()).toBe(body['steppedUpUntil']);
    expect(await steppedUpUntil(other)).toBeUndefined();
  });

  it('is confirmed with a code once', async () => {
    const proof = await asked();
    expect(await confirm(proof)).toMatchObject({ status: 200 });
    expect(await confirm(proof)).toMatchObject(refusedAsWrong);
  });

  it('is confirmed only in the session that asked for the code', async () => {
    const { ownerId } = await gateway.aCharity(`elsewhere-${count}`);
    const proof = await asked();
    const strangers = await gateway.aMembersSession(charityId, 'owner');
    expect(ownerId).toBeDefined();
    expect(await confirm(proof, strangers)).toMatchObject(refusedAsWrong);
    expect(await steppedUpUntil(strangers)).toBeUndefined();
  });

  it('is not confirmed by a code for signing in, nor does its code sign anybody in', async () => {
    const forSignIn = await signing.mailed({ email });
    expect(await confirm(forSignIn)).toMatchObject(refusedAsWrong);
    const forStepUp = await asked();
    expect(await gateway.call(openStaffSession, forStepUp)).toMatchObject(refusedAsWrong);
    expect(await steppedUpUntil()).toBeUndefined();
  });

  it('is not confirmed by a wrong or an old code', async () => {
    const { ticket, code } = await asked();
    const wrong = code === '11111111' ? '22222222' : '11111111';
    expect(await confirm({ ticket, code: wrong })).toMatchObject(refusedAsWrong);
    await gateway.database.shiftClock(15 * minuteMs);
    expect(await confirm({ ticket, code })).toMatchObject(refusedAsWrong);
    expect(await steppedUpUntil()).toBeUndefined();
  });

  it('is nothing a curator, the operator’s token or somebody signed out confirms this way', async () => {
    const proof = await asked();
    for (const session of [await gateway.aCuratorsSession(charityId), undefined]) {
      const answer = await gateway.call(stepUp, { proof: { by: 'code', ...proof } }, session);
      expect([401, 403]).toContain(answer.status);
    }
  });

  it('mails at most five codes an hour, and the mails of signing in are counted apart', async () => {
    for (let call = 0; call < 8; call++) await gateway.call(requestStepUpCode, {}, token);
    expect(await gateway.post.codesFor(email, 5)).toHaveLength(5);
    const { ticket, code } = await signing.mailed({ email });
    expect(await gateway.call(openStaffSession, { ticket, code })).toMatchObject({ status: 200 });
  });
});
