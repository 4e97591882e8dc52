import { applyAboard, type CharityId, confirmAboard, platformId, viewCharity } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { People } from '../people/people.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open({ BATON_OPERATOR_EMAILS: 'operator@baton.example' });
});
afterAll(() => gateway.close());

const look = (path: string, token?: string) =>
  gateway.ask(path, { headers: token ? { cookie: `${cookieName}=${token}` } : {} });
const send = (path: string, token: string, form: Record<string, string>) =>
  gateway.ask(path, {
    method: 'POST',
    headers: { cookie: `${cookieName}=${token}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });

async function theOperator(): Promise<string> {
  const personId = await gateway.app.get(People).findOrMake('operator@baton.example');
  const sessions = gateway.app.get(StaffSessions);
  return (await gateway.inCharity(platformId, (tx) => sessions.open(tx, personId, 'a test'))).token;
}

async function aCharityThatWaits(slug: string): Promise<CharityId> {
  const charityId = newId<CharityId>();
  const contactEmail = `contact@${slug}.example`;
  const asked = { charityId, name: `The ${slug}`, slug, zone: 'Europe/London', contactEmail };
  await gateway.call(applyAboard, asked);
  const [text = ''] = await gateway.post.textsFor(contactEmail);
  await gateway.call(confirmAboard, { token: /token=(\S+)/.exec(text)?.[1] ?? '' });
  return charityId;
}

describe('the page of the set-up', () => {
  it('shows a charity’s people what is still to do, and nobody else', async () => {
    const { charityId } = await gateway.aCharity('page-of-ours');
    const elsewhere = await gateway.aCharity('page-of-theirs');
    const { status, text } = await look(
      '/c/page-of-ours/set-up',
      await gateway.aMembersSession(charityId, 'manager'),
    );
    expect([status, text.includes('1 of 8 steps are done')]).toEqual([200, true]);
    expect(text).toContain('Before the first handover can open');
    const stranger = await gateway.aMembersSession(elsewhere.charityId, 'owner');
    expect((await look('/c/page-of-ours/set-up', stranger)).status).toBe(403);
    expect((await look('/c/page-of-ours/set-up')).status).toBe(401);
    expect((await look('/c/nowhere/set-up', stranger)).status).toBe(404);
  });
});

describe('the operator’s page', () => {
  it('is the operator’s alone', async () => {
    const { charityId } = await gateway.aCharity('not-operators');
    expect((await look('/operator', await gateway.aMembersSession(charityId, 'owner'))).status).toBe(403);
    expect((await look('/operator')).status).toBe(401);
    expect((await look('/operator', await theOperator())).status).toBe(200);
  });

  it('lets a charity in by its button, once the operator has confirmed who they are', async () => {
    const charityId = await aCharityThatWaits('lighthouse');
    const token = await theOperator();
    expect((await look('/operator', token)).text).toContain('The lighthouse');
    expect((await send('/operator/approve', token, { charityId, slug: 'lighthouse' })).status).toBe(403);
    await steppedUp(gateway, token);
    const { text } = await send('/operator/approve', token, { charityId, slug: 'lighthouse' });
    expect(text).toContain('It is aboard');
    expect((await gateway.call(viewCharity, { charityId })).status).toBe(200);
  });

  it('declines with a reason, and says what a reason needs', async () => {
    const charityId = await aCharityThatWaits('lagoon');
    const token = await steppedUp(gateway, await theOperator());
    expect((await send('/operator/decline', token, { charityId, reason: 'no' })).text).toContain(
      'ten letters',
    );
    const { text } = await send('/operator/decline', token, {
      charityId,
      reason: 'We know you too little yet.',
    });
    expect(text).toContain('Declined');
    expect(text).not.toContain('The lagoon</h2>');
  });
});
