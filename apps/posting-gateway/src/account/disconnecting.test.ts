import { accountDisconnected, disconnectAccount, postingAudited } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { XAccount } from '../x/x-account.js';
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

const disconnect = (charity: CharityWithSandbox) =>
  charity.call(
    disconnectAccount,
    { charityId: charity.charityId, accountId: charity.accountId },
    charity.asSureManager,
  );

const tokensOf = async ({ charityId, accountId }: CharityWithSandbox) => {
  const found = await gateway.service.app.get(AccountTokens).fresh(charityId, accountId);
  if (!('token' in found)) throw new Error('no token');
  return found.token;
};

/** Whether X takes a token. */
const isTaken = async (accessToken: string): Promise<boolean> => {
  const answer = await fetch(`${gateway.sandbox.origin}/2/users/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return answer.ok;
};

describe('taking the connection back', () => {
  it('C3: ends the keys here and at X, tells it, and nothing goes out any more', async () => {
    const charity = await connected();
    const { accessToken } = await tokensOf(charity);
    expect(await isTaken(accessToken)).toBe(true);
    expect(await disconnect(charity)).toMatchObject({
      ok: true,
      value: { state: 'disconnected', grantEndsAt: null, warnings: [] },
    });
    expect(await isTaken(accessToken)).toBe(false);
    const keys = await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT 1 FROM data_key WHERE owner = $1`, [`account:${charity.accountId}`]),
    );
    expect(keys).toEqual([]);
    const prepared = await gateway.service.app
      .get(XAccount)
      .prepare(charity.charityId, charity.accountId, { text: 'Afterwards', mediaIds: [] });
    expect(prepared).toMatchObject({ outcome: 'rejected', reason: 'notConnected' });
    const stated = await gateway.service.stated(accountDisconnected);
    expect(stated.filter(({ charityid }) => charityid === charity.charityId)).toMatchObject([
      { subject: charity.accountId, revision: 2 },
    ]);
  });

  it.each([
    ['is broken', { status: 503 }],
    ['says nothing', { cut: 'before' }],
  ] as const)('ends the keys here when X %s, and says that X has not confirmed it', async (_, fault) => {
    const charity = await connected();
    gateway.sandbox.control.queueFault({ path: '/2/oauth2/revoke', times: 2, ...fault });
    expect(await disconnect(charity)).toMatchObject({
      ok: true,
      value: {
        state: 'disconnected',
        warnings: [{ what: 'notConfirmedByX', words: expect.stringContaining('Connected apps') }],
      },
    });
    expect(gateway.sandbox.control.faults()).toEqual([]);
    expect(await charity.account()).toMatchObject({ state: 'disconnected' });
  });

  it('changes nothing the second time, and can be connected again under the same id', async () => {
    const charity = await connected();
    const first = await disconnect(charity);
    expect(await disconnect(charity)).toEqual(first);
    await charity.connect();
    expect(await charity.account()).toMatchObject({
      accountId: charity.accountId,
      state: 'connected',
      warnings: [],
    });
  });

  it('keeps no key that X was just making, and gives it back', async () => {
    const charity = await connected();
    await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE account SET access_expires_at = baton.now() - interval '1 second'`),
    );
    gateway.sandbox.control.queueFault({ path: '/2/oauth2/token', answerAfterMs: 400 });
    const renewing = gateway.service.app.get(AccountTokens).fresh(charity.charityId, charity.accountId);
    while (gateway.sandbox.control.faults().length > 0) await new Promise((turn) => setImmediate(turn));
    await disconnect(charity);
    const before = gateway.sandbox.control.requests().length;
    expect(await renewing).toMatchObject({ outcome: 'rejected', reason: 'notConnected' });
    const since = gateway.sandbox.control.requests().slice(before);
    expect(since.filter(({ path }) => path === '/2/oauth2/revoke')).toHaveLength(2);
    expect(await charity.account()).toMatchObject({ state: 'disconnected' });
  });

  it('is for the charity’s own managers, and finds nothing of another charity', async () => {
    const [charity, stranger] = [await connected(), await connected()];
    const theirs = { charityId: stranger.charityId, accountId: charity.accountId };
    expect(await stranger.call(disconnectAccount, theirs, stranger.asSureManager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    const ours = { charityId: charity.charityId, accountId: charity.accountId };
    for (const caller of [stranger.asSureManager, charity.asCurator]) {
      expect(await charity.call(disconnectAccount, ours, caller)).toMatchObject({
        refusal: { code: 'forbidden' },
      });
    }
    expect(await charity.call(disconnectAccount, ours, charity.asManager)).toMatchObject({
      refusal: { code: 'stepUpNeeded' },
    });
    expect(await charity.account()).toMatchObject({ state: 'connected' });
  });

  it('is in the audit, from the beginning of the connection to its end', async () => {
    const charity = await connected();
    await disconnect(charity);
    const audited = (await gateway.service.stated(postingAudited)).filter(
      ({ charityid, data }) => charityid === charity.charityId && data['about'] === charity.accountId,
    );
    expect(audited.map(({ data }) => data['action'])).toEqual([
      'account.connection-begun',
      'account.connected',
      'account.disconnected',
    ]);
  });
});
