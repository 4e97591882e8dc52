import {
  type PreFlightTime,
  setBudget,
  setSwitch,
  takeoverPreFlightChecked,
  takeoverPreFlightDue,
} from '@baton/contracts';
import { tell } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { LookBeforeTakeovers } from './look-before-takeovers.js';

let gateway: GatewayWithSandbox;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});
afterAll(() => gateway.stop());

async function found(charity: CharityWithSandbox, time: PreFlightTime = 'dayBefore') {
  const takeoverId = await charity.schedule(86_400_000, 90_000_000);
  const data = { takeoverId, time, opensAt: '2031-03-07T17:30:00.000Z' };
  await tell(gateway.nats, takeoverPreFlightDue, charity.charityId, {
    subject: takeoverId,
    revision: 1,
    data,
  });
  await gateway.service.settle();
  await gateway.service.app.get(LookBeforeTakeovers).round();
  for (;;) {
    const [said] = (await gateway.service.stated(takeoverPreFlightChecked)).filter(
      ({ subject }) => subject === takeoverId,
    );
    if (said) return said.data['problems'];
  }
}
const connected = async () => {
  const charity = await gateway.aCharity();
  await charity.connect();
  return charity;
};

describe('before a takeover', () => {
  it('nothing is missing where the account is connected and X lets us in', async () => {
    expect(await found(await connected())).toEqual([]);
  });

  it('it is said that no account is connected', async () => {
    expect(await found(await gateway.aCharity())).toEqual(['notConnected']);
  });

  it('a permission that X has taken back is found out by asking, not only at the first post', async () => {
    const charity = await connected();
    gateway.sandbox.control.revokeTokens(charity.handle);
    await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE account SET access_expires_at = baton.now() - interval '1 second'`),
    );
    expect(await found(charity)).toEqual(['reconnectNeeded']);
  });

  it('it is said that the switch is on, and that no post can be paid', async () => {
    const charity = await connected();
    const { charityId } = charity;
    await charity.call(setSwitch, { charityId, mode: 'pause', reason: 'A test' }, charity.asManager);
    await charity.call(setBudget, { charityId, softMicroUsd: null, hardMicroUsd: 1 }, charity.asManager);
    expect(await found(charity)).toEqual(['budgetSpent', 'switchOn']);
  });
});
