import { platformId, registerCharity, viewSession } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { AppointOperators } from './appoint-operators.js';
import { People } from './people.js';

const email = 'olu@baton.example';
let gateway: GatewayOnStage;
let token: string;

beforeAll(async () => {
  gateway = await GatewayOnStage.open({ BATON_OPERATOR_EMAILS: ` Olu@Baton.example, second@baton.example,` });
  const personId = await gateway.app.get(People).findOrMake(email);
  const opened = await gateway.inCharity(platformId, (tx) =>
    gateway.app.get(StaffSessions).open(tx, personId, 'A test'),
  );
  token = opened.token;
});
afterAll(() => gateway.close());

const register = (slug: string) =>
  gateway.call(
    registerCharity,
    {
      charityId: newId(),
      name: 'Shine MS',
      slug,
      zone: 'Europe/London',
      owner: { memberId: newId(), email: `owner@${slug}.example` },
    },
    token,
  );

describe('an operator who signs in as themself', () => {
  it('does what an operator may, once they have confirmed who they are where that is asked', async () => {
    await new SignInOnStage(gateway).stepUp(token);
    expect(await register('by-a-person')).toMatchObject({ status: 200 });
  });

  it('signs in by mail like everybody else', async () => {
    const { ticket, code } = await new SignInOnStage(gateway).mailed({ email });
    expect([ticket, code].every((each) => each.length > 0)).toBe(true);
  });

  it('is a person still, for what is theirs alone', async () => {
    expect(await gateway.call(viewSession, {}, token)).toMatchObject({
      body: { caller: { kind: 'person' } },
    });
  });

  it('is none any more in their next call once the list no longer names them', async () => {
    const { app } = gateway;
    const nobody = new AppointOperators(app.get(Database), app.get(People), []);
    await nobody.onApplicationBootstrap();
    expect(await register('too-late')).toMatchObject({
      status: 403,
      body: { refusal: { code: 'forbidden' } },
    });
  });
});
