import { accountNeedsReconnecting } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { neededScopes } from '../x/connect-to-x.js';
import { AccountTokens } from './account-tokens.js';

let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

async function connected(): Promise<CharityWithSandbox> {
  const charity = await gateway.aCharity();
  await charity.connect();
  return charity;
}

const tokenPath = '/2/oauth2/token';

/** Has the tokens renewed, as before a post. */
async function renew({ charityId, accountId }: CharityWithSandbox) {
  await gateway.database.inCharity(charityId, (tx) =>
    tx.query(`UPDATE account SET access_expires_at = baton.now() - interval '1 second'`),
  );
  return gateway.service.app.get(AccountTokens).fresh(charityId, accountId);
}

describe('what a charity is told about its connection', () => {
  it('is since when and why it must be connected again, and others are told once', async () => {
    const charity = await connected();
    gateway.sandbox.control.revokeTokens(charity.handle);
    await renew(charity);
    await renew(charity);
    expect(await charity.account()).toMatchObject({
      state: 'needsReconnecting',
      warnings: [
        {
          what: 'needsReconnecting',
          since: expect.stringMatching(/^\d{4}-/),
          words: expect.stringContaining('connect the account again'),
        },
      ],
    });
    const stated = (await gateway.service.stated(accountNeedsReconnecting)).filter(
      ({ charityid }) => charityid === charity.charityId,
    );
    expect(stated).toMatchObject([{ revision: 2, data: { because: 'renewalRefused' } }]);
    await charity.connect();
    expect(await charity.account()).toMatchObject({ state: 'connected', warnings: [] });
  });

  it('is that the permission ends, a month before, until it is used again', async () => {
    const charity = await connected();
    await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE account SET granted_at = baton.now() - interval '155 days'`),
    );
    expect((await charity.account())?.warnings).toMatchObject([{ what: 'grantEndsSoon' }]);
    await renew(charity);
    expect(await charity.account()).toMatchObject({ warnings: [], lastUsedAt: expect.any(String) });
  });

  it('is which scopes X has taken away when it renewed the permission', async () => {
    const charity = await connected();
    const scope = neededScopes.filter((one) => one !== 'mute.write').join(' ');
    const body = { token_type: 'bearer', expires_in: 7200, access_token: 'a', refresh_token: 'r', scope };
    gateway.sandbox.control.queueFault({ path: tokenPath, status: 200, body });
    await renew(charity);
    expect((await charity.account())?.warnings).toMatchObject([
      { what: 'missingScopes', words: expect.stringContaining('mute.write') },
    ]);
  });

  it('never keeps a key to direct messages, even when X adds it to a permission that it renews', async () => {
    const charity = await connected();
    const scope = [...neededScopes, 'dm.read'].join(' ');
    const body = { token_type: 'bearer', expires_in: 7200, access_token: 'a', refresh_token: 'r', scope };
    gateway.sandbox.control.queueFault({ path: tokenPath, status: 200, body });
    const before = gateway.sandbox.control.requests().length;
    expect(await renew(charity)).toEqual({ outcome: 'waitForAccount' });
    const since = gateway.sandbox.control.requests().slice(before);
    expect(since.filter(({ path }) => path === '/2/oauth2/revoke')).toHaveLength(2);
    expect(await charity.account()).toMatchObject({
      state: 'needsReconnecting',
      warnings: [{ words: expect.stringContaining('direct messages') }],
    });
  });
});
