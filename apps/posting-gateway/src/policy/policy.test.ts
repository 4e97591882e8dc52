import { setPolicy, viewPolicy } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { defaultPolicy } from './default-policy.js';

let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

const inForce = (charity: CharityWithSandbox) =>
  charity.succeed(viewPolicy, { charityId: charity.charityId }, charity.asManager);
const set = (charity: CharityWithSandbox, change: Partial<typeof defaultPolicy>) =>
  charity.succeed(
    setPolicy,
    { charityId: charity.charityId, policy: { ...defaultPolicy, ...change } },
    charity.asManager,
  );

describe('a charity’s posting policy', () => {
  it('begins careful', async () => {
    expect(await inForce(await gateway.aCharity())).toEqual({ policy: defaultPolicy, version: 1 });
  });

  it('gets a new version with each change, and keeps every earlier one', async () => {
    const charity = await gateway.aCharity();
    expect(await set(charity, { undoSeconds: 0 })).toMatchObject({ version: 2 });
    expect(await set(charity, { undoSeconds: 0, altText: 'block' })).toMatchObject({ version: 3 });
    expect(await inForce(charity)).toMatchObject({
      version: 3,
      policy: { undoSeconds: 0, altText: 'block' },
    });
    const versions = await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT version FROM posting_policy ORDER BY version'),
    );
    expect(versions).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
  });

  it('makes no version of a policy that is in force already', async () => {
    const charity = await gateway.aCharity();
    await set(charity, { undoSeconds: 30 });
    expect(await set(charity, { undoSeconds: 30 })).toMatchObject({ version: 2 });
  });

  it('gives ten who change it at once ten versions', async () => {
    const charity = await gateway.aCharity();
    const set10 = Array.from({ length: 10 }, (_, index) => set(charity, { undoSeconds: 20 + index }));
    const versions = (await Promise.all(set10)).map(({ version }) => version);
    expect(versions.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('cannot be changed or deleted afterwards, even by the service itself', async () => {
    const { charityId } = await gateway.aCharity();
    const run = (sql: string) => gateway.database.inCharity(charityId, (tx) => tx.query(sql));
    await expect(run('UPDATE posting_policy SET version = 9')).rejects.toMatchObject({ code: '42501' });
    await expect(run('DELETE FROM posting_policy')).rejects.toMatchObject({ code: '42501' });
  });

  it('T1: is set by the charity’s own team only', async () => {
    const [charity, stranger] = [await gateway.aCharity(), await gateway.aCharity()];
    const input = { charityId: charity.charityId, policy: defaultPolicy };
    for (const caller of [stranger.asManager, charity.asCurator]) {
      expect(await charity.call(setPolicy, input, caller)).toMatchObject({ refusal: { code: 'forbidden' } });
    }
  });
});
