import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountOnSandbox } from '../rehearsal/account-on-sandbox.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { SandboxStage } from '../rehearsal/sandbox-stage.js';
import { waitsForAccount } from './waits-for-account.js';

let stage: SandboxStage;
beforeAll(async () => {
  stage = await SandboxStage.open();
});
afterAll(() => stage.close());

const minute = 60_000;

/** Everything that machines do of themselves within this time. */
async function machinesWork(ms: number): Promise<void> {
  const until = (await stage.now()).getTime() + ms;
  do {
    await stage.work();
    await stage.passToNext();
  } while ((await stage.now()).getTime() < until && (await stage.busy()).size > 0);
  await stage.work();
}

/** Its keys last that much longer, and the process that renews them dies with X's answer in its hands. */
async function losesItsPair(keysLastMs: number): Promise<CharityOnStage<AccountOnSandbox>> {
  const charity = await stage.aCharity();
  await stage.database.inCharity(charity.charityId, (tx) =>
    tx.query(
      `UPDATE account SET granted_at = baton.now() - interval '2 hours',
                          access_expires_at = baton.now() + $1 * interval '1 ms'`,
      [keysLastMs],
    ),
  );
  stage.crashes.at('nextPairReceived', { accountId: charity.accountId });
  await charity.submit('One', 'Two');
  await machinesWork(minute);
  return charity;
}

const said = async (charity: CharityOnStage<AccountOnSandbox>) =>
  (await charity.facts()).map(({ type }) => type).filter((type) => type.includes('account.needs'));

/** What somebody reads who hands over a post: what it waits for, and whether its story says so. */
async function handsOver(charity: CharityOnStage<AccountOnSandbox>, text: string) {
  const answer = await charity.trySubmit([text]);
  if (!answer.ok) throw new Error('refused');
  return answer.value.posts.flatMap(({ timeline, status }) => [
    'waitingFor' in status ? status.waitingFor : status.state,
    ...timeline.map(({ what }) => what).filter((what) => what.includes(waitsForAccount)),
  ]);
}

describe('R7 the next pair of keys was lost with the process that had it', () => {
  it('the keys in force are used until they end, and a person is told at once', async () => {
    const charity = await losesItsPair(10 * minute);
    expect(await charity.states()).toEqual(['published', 'published']);
    expect(await said(charity)).toEqual(['baton.account.needs-reconnecting.v1']);
  });

  it('and while they are, nothing is said to wait for the account; once they are over, it is', async () => {
    const charity = await losesItsPair(10 * minute);
    expect(await handsOver(charity, 'Three')).toEqual([null]);
    await machinesWork(minute);
    expect(await charity.states()).toEqual(['published', 'published', 'published']);
    await stage.pass(10 * minute);
    expect(await handsOver(charity, 'Four')).toEqual(['account', `Accepted. ${waitsForAccount}`]);
  });

  it('then posts wait, and go when a person has connected the account again', async () => {
    const charity = await losesItsPair(-1);
    expect(await charity.states()).toEqual(['queued', 'queued']);
    expect(await said(charity)).toEqual(['baton.account.needs-reconnecting.v1']);
    await stage.connect(charity.charityId, charity.accountId);
    await machinesWork(minute);
    expect(await charity.states()).toEqual(['published', 'published']);
    expect(charity.account.posts()).toHaveLength(2);
  });

  it('keys that X refuses meanwhile are not used again', async () => {
    const charity = await losesItsPair(10 * minute);
    charity.account.goes([{ status: 401 }]);
    await charity.submit('Three');
    await machinesWork(minute);
    expect(await charity.states()).toEqual(['published', 'published', 'queued']);
    expect(charity.account.calls()).toHaveLength(3);
  });
});
