import { viewAccount } from '@baton/contracts';
import { Database, Vault } from '@baton/persistence';
import { Log } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashPoints } from '../publishing/crash-points.js';
import { Lanes } from '../publishing/lanes.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { XAccount } from '../x/x-account.js';
import { XWire } from '../x/x-wire.js';
import { AccountTokens } from './account-tokens.js';
import { PairsFromX } from './pairs-from-x.js';

let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

const tokenPath = '/2/oauth2/token';
const refreshes = () => gateway.sandbox.control.requests().filter(({ path }) => path === tokenPath).length;

/** As another process would have it: nothing shared but the database and X. */
const anotherProcess = (): AccountTokens =>
  new AccountTokens(
    gateway.service.app.get(Database),
    gateway.service.app.get(Vault),
    new PairsFromX(gateway.service.app.get(XWire), new CrashPoints()),
    gateway.service.app.get(Lanes),
    gateway.service.app.get(Log),
  );

async function connected(): Promise<CharityWithSandbox> {
  const charity = await gateway.aCharity();
  await charity.connect();
  return charity;
}

async function expireAccessToken({ charityId }: CharityWithSandbox): Promise<void> {
  await gateway.database.inCharity(charityId, (tx) =>
    tx.query(`UPDATE account SET access_expires_at = baton.now() - interval '1 second'`),
  );
}

const stateOf = async (charity: CharityWithSandbox) =>
  (await charity.succeed(viewAccount, { charityId: charity.charityId }, charity.asManager)).account?.state;

describe('renewing the tokens of an account', () => {
  it('R7: thirty-two who need it at once in eight processes make one refresh, and all get the new token', async () => {
    const charity = await connected();
    await expireAccessToken(charity);
    const before = refreshes();
    const processes = Array.from({ length: 8 }, anotherProcess);
    const fresh = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        processes[index % 8]?.fresh(charity.charityId, charity.accountId),
      ),
    );
    expect(refreshes() - before).toBe(1);
    const tokens = fresh.map((found) => (found && 'token' in found ? found.token : undefined));
    expect(tokens).toHaveLength(32);
    expect(tokens.every((token) => token?.generation === 2)).toBe(true);
    expect(new Set(tokens.map((token) => token?.accessToken)).size).toBe(1);
    expect(await stateOf(charity)).toBe('connected');
  });

  it('R7: a network that fails never disconnects: the next one tries again', async () => {
    const charity = await connected();
    await expireAccessToken(charity);
    gateway.sandbox.control.queueFault({ path: tokenPath, cut: 'before' });
    const tokens = anotherProcess();
    expect(await tokens.fresh(charity.charityId, charity.accountId)).toMatchObject({
      outcome: 'retryAt',
      because: 'tokenRefresh',
    });
    expect(await stateOf(charity)).toBe('connected');
    await gateway.postgres.shiftClock(6_000);
    expect(await tokens.fresh(charity.charityId, charity.accountId)).toHaveProperty('token.generation', 2);
    await gateway.postgres.shiftClock(0);
  });

  it('R7: what is still good is used while X cannot be asked for the next', async () => {
    const charity = await connected();
    await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE account SET access_expires_at = baton.now() + interval '4 minutes'`),
    );
    gateway.sandbox.control.queueFault({ path: tokenPath, status: 503 });
    const found = await anotherProcess().fresh(charity.charityId, charity.accountId);
    expect(found).toHaveProperty('token.generation', 1);
    expect(gateway.sandbox.control.faults()).toEqual([]);
  });

  it('R7: an answer lost on the way disconnects only when X says that the token is spent', async () => {
    const charity = await connected();
    await expireAccessToken(charity);
    gateway.sandbox.control.queueFault({ path: tokenPath, cut: 'after' });
    const tokens = anotherProcess();
    await tokens.fresh(charity.charityId, charity.accountId);
    expect(await stateOf(charity)).toBe('connected');
    await gateway.postgres.shiftClock(6_000);
    expect(await tokens.fresh(charity.charityId, charity.accountId)).toEqual({
      outcome: 'waitForAccount',
    });
    expect(await stateOf(charity)).toBe('needsReconnecting');
    await gateway.postgres.shiftClock(0);
    await charity.connect();
    expect(await stateOf(charity)).toBe('connected');
  });

  it('R7: a process whose lease ran out while it waited saves its pair and heals what others concluded', async () => {
    const charity = await connected();
    await expireAccessToken(charity);
    gateway.sandbox.control.queueFault({ path: tokenPath, answerAfterMs: 400 });
    const slow = anotherProcess().fresh(charity.charityId, charity.accountId);
    while (!gateway.sandbox.control.faults().every(({ remaining }) => remaining === 0)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await gateway.postgres.shiftClock(31_000);
    const hasty = await anotherProcess().fresh(charity.charityId, charity.accountId);
    expect(hasty).toEqual({ outcome: 'waitForAccount' });
    expect(await slow).toHaveProperty('token.generation', 2);
    expect(await stateOf(charity)).toBe('connected');
    await gateway.postgres.shiftClock(0);
  });

  it('renews once when X does not know a token, and asks for a person when that did not help', async () => {
    const charity = await connected();
    const account = gateway.service.app.get(XAccount);
    const request = { text: 'Hello', mediaIds: [] };
    const prepared = await account.prepare(charity.charityId, charity.accountId, request);
    if (!('ready' in prepared)) throw new Error('not prepared');
    for (const times of [1, 2]) {
      gateway.sandbox.control.queueFault({ method: 'POST', path: '/2/tweets', status: 401 });
      const again = await account.prepare(charity.charityId, charity.accountId, request);
      if (!('ready' in again)) throw new Error('not prepared');
      expect(again.ready.tokenGeneration).toBe(times);
      expect(await account.publish(again.ready, 1_000)).toMatchObject({ because: 'tokenRefresh' });
    }
    expect(await stateOf(charity)).toBe('needsReconnecting');
  });

  it('reads with a new token when X does not know the old one', async () => {
    const charity = await connected();
    gateway.sandbox.control.queueFault({ path: '/2/users/:id/tweets', status: 401 });
    const account = gateway.service.app.get(XAccount);
    const read = await account.ownPosts(charity.charityId, charity.accountId, new Date(Date.now() - 1_000));
    expect(read).toEqual({ posts: [], complete: true });
  });

  it('asks for a person when the charity took the permission back on X', async () => {
    const charity = await connected();
    gateway.sandbox.control.revokeTokens(charity.handle);
    const account = gateway.service.app.get(XAccount);
    await account.ownPosts(charity.charityId, charity.accountId, new Date());
    expect(await stateOf(charity)).toBe('needsReconnecting');
  });
});
