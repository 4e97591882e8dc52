import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  type CharityId,
  type MemberId,
  openSessionByPasskey,
  type PasskeyId,
  platformId,
  removePasskey,
  renamePasskey,
  requestStepUpCode,
  stepUp,
  viewSession,
  viewSignInMethods,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage, publicOrigin } from '../rehearsal/gateway-on-stage.js';
import { PretendAuthenticator } from '../rehearsal/pretend-authenticator.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';

const refused = (status: number, code: string) => ({ status, body: { refusal: { code } } });
let gateway: GatewayOnStage;
let signing: SignInOnStage;
let charityId: CharityId;
let memberId: MemberId;
let token: string;
let device: PretendAuthenticator;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  signing = new SignInOnStage(gateway);
  ({ charityId } = await gateway.aCharity('keys'));
});
afterAll(() => gateway.close());

/** Each test has a person who may take big steps, and a device of theirs. */
beforeEach(async () => {
  memberId = await gateway.aMember(charityId, 'manager');
  token = await gateway.aSession(charityId, { memberId });
  await signing.stepUp(token);
  device = new PretendAuthenticator(publicOrigin);
});

const challengeIn = ({ body }: Answer): string =>
  String((body['options'] as { challenge: string }).challenge);
const ticketIn = ({ body }: Answer): string => String(body['ticket']);

async function add(authenticator = device, session = token): Promise<Answer> {
  const begun = await gateway.call(beginPasskey, {}, session);
  const answer = authenticator.make(challengeIn(begun));
  return gateway.call(addPasskey, { ticket: ticketIn(begun), answer, name: 'My phone' }, session);
}

/** Shows a passkey and tells with what. */
async function shown(authenticator = device) {
  const begun = await gateway.call(beginPasskeySignIn, {});
  return { ticket: ticketIn(begun), answer: authenticator.show(challengeIn(begun)) };
}
const signIn = async (authenticator = device) =>
  gateway.call(openSessionByPasskey, await shown(authenticator));

describe('a passkey', () => {
  it('signs its owner in, without a mail', async () => {
    expect(await add()).toMatchObject({ status: 200, body: { name: 'My phone' } });
    const { status, body } = await signIn();
    expect(status).toBe(200);
    const personId = await gateway.personOf(charityId, memberId);
    expect(body).toMatchObject({ personId, token: expect.stringMatching(/^bp_/) });
    const seen = await gateway.call(viewSession, {}, String(body['token']));
    expect(seen).toMatchObject({ body: { caller: { kind: 'person', personId } } });
  });

  it('is added only by somebody who has just confirmed who they are', async () => {
    const idle = await gateway.aSession(charityId, { memberId });
    expect(await gateway.call(beginPasskey, {}, idle)).toMatchObject(refused(403, 'stepUpNeeded'));
  });

  it('that nobody has added opens nothing', async () => {
    expect(await signIn(new PretendAuthenticator(publicOrigin))).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('made on another site opens nothing here, and is not taken', async () => {
    const phished = new PretendAuthenticator('https://baton.evil.example');
    expect(await add(phished)).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('that was shown once is not taken twice', async () => {
    await add();
    const once = await shown();
    expect(await gateway.call(openSessionByPasskey, once)).toMatchObject({ status: 200 });
    expect(await gateway.call(openSessionByPasskey, once)).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('is not taken for another challenge, a forged ticket or none', async () => {
    await add();
    const [one, other] = [await shown(), await shown()];
    for (const ticket of [one.ticket, 'forged', `${other.ticket}x`]) {
      const answer = await gateway.call(openSessionByPasskey, { ticket, answer: other.answer });
      expect(answer).toMatchObject(refused(401, 'wrongPasskey'));
    }
  });

  it('on a device that does not check who holds it is not taken', async () => {
    const open = new PretendAuthenticator(publicOrigin, false);
    expect(await add(open)).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('begun by one person is not added to another', async () => {
    const begun = await gateway.call(beginPasskey, {}, token);
    const other = await gateway.aMembersSession(charityId, 'owner');
    await signing.stepUp(other);
    const input = { ticket: ticketIn(begun), answer: device.make(challengeIn(begun)), name: 'Mine now' };
    expect(await gateway.call(addPasskey, input, other)).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('is listed under its name, renamed, and opens nothing once removed', async () => {
    const { body } = await add();
    const passkeyId = body['passkeyId'] as PasskeyId;
    await gateway.call(renamePasskey, { passkeyId, name: 'Old phone' }, token);
    const listed = await gateway.call(viewSignInMethods, {}, token);
    expect(listed.body['passkeys']).toMatchObject([{ passkeyId, name: 'Old phone' }]);
    expect(await gateway.call(removePasskey, { passkeyId }, token)).toMatchObject({ status: 200 });
    expect(await signIn()).toMatchObject(refused(401, 'wrongPasskey'));
  });

  it('of somebody else is not there to be renamed or removed', async () => {
    const { body } = await add();
    const passkeyId = body['passkeyId'] as PasskeyId;
    const other = await gateway.aMembersSession(charityId, 'owner');
    await signing.stepUp(other);
    const named = { passkeyId, name: 'Mine' };
    expect(await gateway.call(renamePasskey, named, other)).toMatchObject(refused(404, 'notFound'));
    expect(await gateway.call(removePasskey, named, other)).toMatchObject(refused(404, 'notFound'));
    expect(await signIn()).toMatchObject({ status: 200 });
  });

  it('is a pseudonymous id and a public key in the tables, with no name of anybody', async () => {
    await add();
    const rows = await gateway.inCharity(platformId, (tx) =>
      tx.query(`SELECT row_to_json(p)::text AS passkey, row_to_json(l)::text AS login
                  FROM passkey p JOIN login_person l ON l.id = p.user_id`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/My phone|team\.example/);
    expect(JSON.stringify(rows)).toContain('@person.invalid');
  });

  it('leaves no session of better-auth behind', async () => {
    await add();
    await signIn();
    const rows = await gateway.inCharity(platformId, (tx) => tx.query('SELECT id FROM login_session'));
    expect(rows).toEqual([]);
  });

  it('of one that does not exist is not found', async () => {
    const passkeyId = newId<PasskeyId>();
    expect(await gateway.call(removePasskey, { passkeyId }, token)).toMatchObject(refused(404, 'notFound'));
  });
});

describe('A5: a big step by somebody who has a passkey', () => {
  it('is confirmed with it, and no longer with a mailed code', async () => {
    await add();
    const idle = await gateway.aSession(charityId, { memberId });
    const stronger = refused(403, 'strongerProofNeeded');
    expect(await gateway.call(requestStepUpCode, {}, idle)).toMatchObject(stronger);
    const confirmed = await gateway.call(stepUp, { proof: { by: 'passkey', ...(await shown()) } }, idle);
    expect(confirmed).toMatchObject({ status: 200, body: { steppedUpUntil: expect.any(String) } });
  });

  it('is not confirmed with somebody else’s', async () => {
    await add();
    const strangers = await gateway.aMembersSession(charityId, 'owner');
    const answer = await gateway.call(stepUp, { proof: { by: 'passkey', ...(await shown()) } }, strangers);
    expect(answer).toMatchObject(refused(401, 'wrongPasskey'));
  });
});
