import { appendFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { restoreBackup, takeBackup } from '../rehearsal/backup.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('a restored backup', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.close());

  const leave = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('leave', { charityId: charity.charityId, pastPosts: 'delete' }, caller));
  const viewMe = ({ caller }: CuratorOnStage) =>
    stage.call('view-me', { charityId: charity.charityId }, caller);
  const peopleKept = () =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ id: string }>('SELECT application_id AS id FROM person'),
    );
  const farewells = async () =>
    (await charity.facts()).filter(({ type }) => type === 'baton.curator.left.v1').map(({ data }) => data);

  it('R11: resurrects nobody: who left since is erased again before anybody is answered, and nobody else', async () => {
    const [left, stayed] = [await charity.aCurator(), await charity.aCurator()];
    await takeBackup(stage);
    await leave(left);
    await stage.whileStopped(() => restoreBackup(stage));
    expect(await peopleKept()).toEqual([{ id: stayed.applicationId }]);
    expect(await viewMe(left)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await viewMe(stayed)).toMatchObject({ ok: true });
    expect(await farewells()).toEqual([{ curatorId: left.curatorId, pastPosts: 'delete' }]);
  });

  it('R11: is replayed once: another start erases nobody and says nothing', async () => {
    const left = await charity.aCurator();
    await takeBackup(stage);
    await leave(left);
    await stage.whileStopped(() => restoreBackup(stage));
    await stage.whileStopped(() => Promise.resolve());
    expect(await farewells()).toHaveLength(1);
  });

  it('R11: is held against the ledger also where a crash cut off a line of it', async () => {
    const [first, second] = [await charity.aCurator(), await charity.aCurator()];
    await takeBackup(stage);
    await leave(first);
    await appendFile(stage.ledger, '\n{"charityId":"0192e7a0-');
    await leave(second);
    await stage.whileStopped(() => restoreBackup(stage));
    expect(await peopleKept()).toEqual([]);
  });

  it('R11: from before somebody applied has nobody to erase, and the service starts', async () => {
    await takeBackup(stage);
    const left = await charity.aCurator();
    await leave(left);
    await stage.whileStopped(() => restoreBackup(stage));
    expect(await viewMe(left)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});
