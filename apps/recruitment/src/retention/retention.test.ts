import { retentionSet } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokenCharity } from '../rehearsal/broken-charity.js';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('how long people are kept', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const keptFor = (days: { declinedApplications: number; curatorIdentities: number }, revision = 1) =>
    stage.hears(retentionSet, charity.charityId, {
      subject: charity.charityId,
      revision,
      data: { mentions: 90, draftsAndPictures: 90, ...days },
    });
  const people = () =>
    stage.inCharity(charity.charityId, async (tx) =>
      (await tx.query<{ id: string }>('SELECT application_id AS id FROM person')).map(({ id }) => id),
    );
  const after = async (days: number) => {
    await stage.database.shiftClock(days * dayMs);
    await stage.carryOutRetention();
  };
  const counted = async () => (await charity.audited('retention.carried-out')).map(({ details }) => details);

  it('P5: forgets declined applicants when their days are over, and tells the audit how many', async () => {
    const [declined, waiting] = [charity.form(), charity.form()];
    for (const form of [declined, waiting]) accepted(await charity.apply(form));
    accepted(await charity.decline(declined.applicationId));
    await keptFor({ declinedApplications: 7, curatorIdentities: 30 });
    await after(6);
    expect(await people()).toHaveLength(2);
    await after(8);
    expect(await people()).toEqual([waiting.applicationId]);
    expect(await counted()).toContainEqual(expect.objectContaining({ applications: 1, identities: 0 }));
  });

  it('P5: forgets who a curator is so long after the end of their last weekend', async () => {
    const { applicationId, curatorId } = await charity.aCurator();
    const closesAt = new Date(Date.now() + 20 * dayMs);
    await stage.hears(...takeoverScheduledTo(charity.charityId, curatorId, closesAt));
    await keptFor({ declinedApplications: 7, curatorIdentities: 30 });
    await after(49);
    expect(await people()).toEqual([applicationId]);
    await after(52);
    expect(await people()).toEqual([]);
  });

  it('keeps people as long as the contract says where the charity has said nothing', async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    accepted(await charity.decline(form.applicationId));
    await after(179);
    expect(await people()).toHaveLength(1);
    await after(181);
    expect(await people()).toEqual([]);
  });

  it('keeps to what was set last, whichever fact is heard last', async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    accepted(await charity.decline(form.applicationId));
    await keptFor({ declinedApplications: 300, curatorIdentities: 300 }, 2);
    await keptFor({ declinedApplications: 7, curatorIdentities: 30 }, 1);
    await after(30);
    expect(await people()).toHaveLength(1);
  });

  it('P4: tells everybody when a consent to post has lapsed', async () => {
    const curator = await charity.aCurator();
    const asked = { charityId: charity.charityId };
    const { consents } = accepted(await stage.call('view-consents', asked, curator.caller));
    const posting = consents.find(({ channel }) => channel === 'posting');
    if (!posting) throw new Error('no consent to post');
    const { version, hash } = posting.wording;
    const yes = { ...asked, channel: 'posting', version, hash, months: 1 } as const;
    accepted(await stage.call('give-consent', yes, curator.caller));
    await after(32);
    const withdrawn = (await charity.facts()).filter(({ type }) => type === 'baton.consent.withdrawn.v1');
    expect(withdrawn.map(({ data }) => data)).toEqual([
      { curatorId: curator.curatorId, channel: 'posting', pastPosts: 'keep' },
    ]);
  });

  it('is carried out for every other charity where one of them is broken, which is tried again later', async () => {
    const broken = charity;
    const declined = async (of: CharityOnStage) => {
      const form = of.form();
      accepted(await of.apply(form));
      accepted(await of.decline(form.applicationId));
    };
    await declined(broken);
    charity = await stage.aCharity();
    await declined(charity);
    const breaks = new BrokenCharity(stage, 'person', broken.charityId);
    await breaks.break();
    await after(181);
    expect(await people()).toEqual([]);
    charity = broken;
    expect(await people()).toHaveLength(1);
    await breaks.mend();
    await after(182);
    expect(await people()).toEqual([]);
  });

  it('says nothing on a day on which there was nobody to forget', async () => {
    accepted(await charity.apply(charity.form()));
    await after(3);
    expect(await counted()).toEqual([]);
  });
});
