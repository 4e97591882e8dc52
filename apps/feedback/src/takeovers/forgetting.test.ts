import {
  curatorLeft,
  curatorReady,
  type IdentityLevel,
  type SlotId,
  type TakeoverId,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const [opensAt, closesAt] = ['2026-01-02T17:30:00.000Z', '2026-01-05T09:00:00.000Z'];
const [early, late] = [new Date('2025-12-01T10:00:00.000Z'), new Date('2026-02-01T10:00:00.000Z')];

describe('who a weekend was, in whatever order it is told', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const aTakeover = () => ({ takeoverId: newId<TakeoverId>(), curatorId: charity.aCurator().curatorId });
  type About = ReturnType<typeof aTakeover>;
  const schedule = (about: About, identityLevel: IdentityLevel = 'penName') =>
    stage.hears(takeoverScheduled, charity.charityId, {
      ...{ subject: about.takeoverId, revision: 1 },
      data: { ...about, slotId: newId<SlotId>(), penName: 'Robin', identityLevel, opensAt, closesAt },
    });
  const open = (about: About) =>
    stage.hears(takeoverOpened, charity.charityId, {
      ...{ subject: about.takeoverId, revision: 2, data: { ...about, openedAt: opensAt } },
    });
  const ready = (
    { curatorId }: About,
    of: { revision: number; time: Date; identityLevel?: IdentityLevel },
  ) => {
    const { revision, time, identityLevel = 'penName' } = of;
    const data = { curatorId, penName: 'Robin', identityLevel, agreementVersion: revision };
    return stage.hears(curatorReady, charity.charityId, { subject: curatorId, revision, time, data });
  };
  const leave = ({ curatorId }: About) =>
    stage.hears(curatorLeft, charity.charityId, {
      ...{ subject: curatorId, revision: 9, data: { curatorId, pastPosts: 'keep' } as never },
    });
  const keyOf = ({ takeoverId }: About) => ({ charityId: charity.charityId, takeoverId });
  const reported = async (about: About) =>
    accepted(await stage.call('report-takeover', keyOf(about), charity.manager));
  const note = (about: About) =>
    stage.call('set-weekend-notes', { ...keyOf(about), version: 0, text: 'Tired' }, charity.manager);
  const kept = (about: About) =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ row: string }>('SELECT w::text AS row FROM weekend w WHERE curator_id = $1', [
        about.curatorId,
      ]),
    );

  it('P3: a name does not come back with a weekend that is heard of after its curator has left', async () => {
    const about = aTakeover();
    await leave(about);
    await schedule(about);
    await ready(about, { revision: 10, time: late });
    expect((await reported(about)).weekend.penName).toBe('Someone who has left');
    expect(JSON.stringify(await kept(about))).not.toContain('Robin');
    const agreed = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT 1 FROM curator_agreement WHERE curator_id = $1', [about.curatorId]),
    );
    expect(agreed).toEqual([]);
  });

  it('P3: nobody notes anything about somebody who has left', async () => {
    const about = aTakeover();
    await schedule(about);
    await leave(about);
    expect(await note(about)).toMatchObject({ refusal: { code: 'curatorLeft' } });
    expect((await reported(about)).notes).toBeNull();
  });

  it('P3: notes that are being written while their curator leaves do not outlive them', async () => {
    const weekends = await Promise.all(Array.from({ length: 6 }, async () => aTakeover()));
    for (const about of weekends) await schedule(about);
    await Promise.all(weekends.flatMap((about) => [note(about), leave(about)]));
    const left = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT 1 FROM weekend_note WHERE takeover_id = ANY($1)', [
        weekends.map(({ takeoverId }) => takeoverId),
      ]),
    );
    expect(left).toEqual([]);
  });

  it('notes whose key is gone are none: the report is there all the same', async () => {
    const about = aTakeover();
    await schedule(about);
    accepted(await note(about));
    await stage.inCharity(charity.charityId, (tx) =>
      tx.query('DELETE FROM data_key WHERE charity_id = $1 AND owner = $2', [
        tx.charityId,
        `notes about:${about.curatorId}`,
      ]),
    );
    expect((await reported(about)).notes).toBeNull();
  });

  it.each(['before', 'after'])(
    'somebody who became anonymous %s it was heard of has no name',
    async (when) => {
      const about = aTakeover();
      if (when === 'after') await schedule(about);
      await ready(about, { revision: 2, time: late, identityLevel: 'anonymous' });
      if (when === 'before') await schedule(about);
      const { weekend } = await reported(about);
      expect(weekend).toMatchObject({ penName: 'A curator', identityLevel: 'anonymous' });
      const list = accepted(
        await stage.call('list-reports', { charityId: charity.charityId }, charity.manager),
      );
      const listed = list.weekends.find(({ takeoverId }) => takeoverId === about.takeoverId);
      expect(listed?.penName).toBe('A curator');
    },
  );

  it('a weekend that was anonymous from the beginning has no name', async () => {
    const about = aTakeover();
    await schedule(about, 'anonymous');
    expect((await reported(about)).weekend.penName).toBe('A curator');
  });

  it('the agreement of a weekend is the newest that was made before it opened', async () => {
    const [first, second, third] = [aTakeover(), aTakeover(), aTakeover()];
    await ready(first, { revision: 1, time: early });
    await ready(first, { revision: 2, time: late });
    await open(first);
    await open(second);
    await ready(second, { revision: 1, time: early });
    await ready(second, { revision: 2, time: late });
    await open(third);
    await ready(third, { revision: 2, time: late });
    for (const about of [first, second, third]) await schedule(about);
    expect((await reported(first)).weekend.agreementVersion).toBe(1);
    expect((await reported(second)).weekend.agreementVersion).toBe(1);
    expect((await reported(third)).weekend.agreementVersion).toBeNull();
  });
});
