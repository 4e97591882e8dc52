import { policySet, setPolicy, viewPolicy } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { defaultPolicy } from './default-policy.js';
import { presets } from './presets.js';

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
    charity.asSureTrustee,
  );

describe('a charity’s posting policy', () => {
  it('begins careful', async () => {
    expect(await inForce(await gateway.aCharity())).toMatchObject({
      ...{ policy: defaultPolicy, version: 1, preset: 'standard', setAt: null, setBy: null },
    });
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

  it('starts from a preset, keeps the charity’s own words, and tells which preset is in force', async () => {
    const charity = await gateway.aCharity();
    const { charityId } = charity;
    await set(charity, { signOff: 'Our own goodbye' });
    const strict = await charity.succeed(setPolicy, { charityId, preset: 'strict' }, charity.asSureTrustee);
    expect(strict).toMatchObject({
      preset: 'strict',
      policy: { ...presets.strict.rules, signOff: 'Our own goodbye' },
    });
    expect(strict.explained.map(({ words }) => words)).toContain(
      'A person of the team looks at every post of a curator before it goes out.',
    );
    const own = { preset: 'strict', policy: { undoSeconds: 120 } } as const;
    await charity.succeed(setPolicy, { charityId, ...own }, charity.asSureTrustee);
    expect(await inForce(charity)).toMatchObject({
      ...{ version: 4, preset: 'own', policy: { undoSeconds: 120, review: 'every' } },
    });
  });

  it('is a version of its own when somebody chooses what the charity began with, and tells who and when', async () => {
    const charity = await gateway.aCharity();
    const { charityId, asSureTrustee } = charity;
    const chosen = await charity.succeed(setPolicy, { charityId, preset: 'standard' }, asSureTrustee);
    const setBy = asSureTrustee.kind === 'staff' ? asSureTrustee.memberId : '';
    expect(chosen).toMatchObject({ version: 2, preset: 'standard', setBy, setAt: expect.any(String) });
    const facts = (await gateway.service.stated(policySet)).filter(
      ({ charityid }) => charityid === charityId,
    );
    expect(facts).toMatchObject([{ revision: 2, data: { version: 2, preset: 'standard' } }]);
  });

  it('reads a version from before every post could be looked at', async () => {
    const charity = await gateway.aCharity();
    const { review: _, ...before } = defaultPolicy;
    await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query('INSERT INTO posting_policy (charity_id, version, policy) VALUES ($1, 2, $2)', [
        charity.charityId,
        JSON.stringify(before),
      ]),
    );
    expect(await inForce(charity)).toMatchObject({ version: 2, policy: { review: 'flagged' } });
  });

  it('is not changed by somebody who has not just proved who they are', async () => {
    const charity = await gateway.aCharity();
    const input = { charityId: charity.charityId, preset: 'gentle' as const };
    const past = new Date(Date.now() - 1_000).toISOString();
    for (const caller of [charity.asTrustee, { ...charity.asTrustee, steppedUpUntil: past }]) {
      expect(await charity.call(setPolicy, input, caller)).toMatchObject({
        refusal: { code: 'stepUpNeeded' },
      });
    }
    expect(await inForce(charity)).toMatchObject({ version: 1 });
  });

  it('T1: is set by the charity’s own trustees and owner only', async () => {
    const [charity, stranger] = [await gateway.aCharity(), await gateway.aCharity()];
    const input = { charityId: charity.charityId, policy: defaultPolicy };
    for (const caller of [charity.asManager, stranger.asTrustee, charity.asCurator]) {
      expect(await charity.call(setPolicy, input, caller)).toMatchObject({ refusal: { code: 'forbidden' } });
    }
  });
});
