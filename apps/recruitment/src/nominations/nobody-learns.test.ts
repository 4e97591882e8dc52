import { type ApplicationId, type NominationId, operations } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { archiveOf } from '../rehearsal/archive-of.js';
import { accepted, anybody, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Nominee } from '../rehearsal/nominee.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('whoever suggested somebody', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  /** All that a manager can read of their charity, with ids and moments made alike. */
  const seen = async (charity: CharityOnStage, applicationId: ApplicationId): Promise<string> => {
    const { charityId, manager } = charity;
    const which = { charityId, applicationId };
    const audited = (await stage.factsOf(charityId))
      .filter(({ type }) => type.includes('audited'))
      .map(({ data }) => ({ ...data, id: null }));
    const all = [
      await stage.call('list-nominations', { charityId }, manager),
      await stage.call('list-applications', { charityId }, manager),
      await stage.call('view-application', which, manager),
      await stage.call('list-application-history', which, manager),
      await stage.call('view-board', { charityId }, manager),
      await stage.call('list-set-aside-applications', { charityId }, manager),
      await archiveOf(stage, charityId),
      audited,
    ];
    return JSON.stringify(all, null, 1)
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
      .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|\+\d\d(?::\d\d)?)/g, 'moment');
  };

  /** A manager suggests somebody under an id of their own, who applies, by the link or without it, or answers no. */
  const suggestedAndApplied = async (becomes: (nominee: Nominee) => Promise<string | undefined>) => {
    const charity = await stage.aCharity();
    const nominee = new Nominee(stage, charity);
    const input = { charityId: charity.charityId, nominationId: newId<NominationId>(), email: nominee.email };
    accepted(await stage.call('nominate', { ...input, greeting: 'Bob' }, charity.manager));
    await nominee.mails();
    const nomination = await becomes(nominee);
    const form = charity.form({
      person: { ...anybody(), email: nominee.email },
      ...(nomination ? { nomination } : {}),
    });
    accepted(await charity.apply(form));
    await stage.sendMail();
    return { charity, applicationId: form.applicationId };
  };

  it('P3: reads the same whether that person answered, said no, applied by the link or never saw it, then and a month later', async () => {
    const silent = await suggestedAndApplied(() => Promise.resolve(undefined));
    const byLink = await suggestedAndApplied(async (nominee) => {
      const token = await nominee.token();
      accepted(await nominee.answers('showMe', token));
      return token;
    });
    const saidNo = await suggestedAndApplied(async (nominee) => {
      accepted(await nominee.answers('no', await nominee.token()));
      return undefined;
    });
    for (const days of [0, 31]) {
      await stage.database.shiftClock(days * dayMs);
      await stage.carryOutRetention();
      const alike = await seen(silent.charity, silent.applicationId);
      for (const one of [byLink, saidNo])
        expect((await seen(one.charity, one.applicationId)).split('\n')).toEqual(alike.split('\n'));
      expect(alike).toContain('nomination.asked');
      expect(alike).not.toMatch(/nominatedBy|nominationId|"answer":/);
    }
  });

  it('is told how many were suggested in a week that is over, from ten on and rounded down, and for a year', async () => {
    const charity = await stage.aCharity();
    const suggest = async (people: number) => {
      for (let one = 0; one < people; one += 1) accepted(await new Nominee(stage, charity).isNominated());
    };
    const weeks = async () =>
      accepted(await stage.call('list-nominations', { charityId: charity.charityId }, charity.manager)).weeks;
    await suggest(9);
    await stage.database.shiftClock(8 * dayMs);
    expect(await weeks()).toEqual([]);
    await suggest(13);
    expect(await weeks()).toEqual([]);
    await stage.database.shiftClock(16 * dayMs);
    const told = [
      { weekOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), nominatedBy: 'follower', suggested: 10 },
    ];
    expect(await weeks()).toEqual(told);
    expect(new Date(`${(await weeks())[0]?.weekOf}T00:00:00Z`).getUTCDay()).toBe(1);
    const files = await archiveOf(stage, charity.charityId);
    expect(files.find(({ file }) => file === 'nominations')?.records).toEqual(told);
    await stage.database.shiftClock(400 * dayMs);
    expect(await weeks()).toEqual([]);
  });

  it('and nobody else may ask', () => {
    expect(operations.recruitment['list-nominations'].access).toEqual([{ to: 'staff', roles: ['manager'] }]);
  });
});
