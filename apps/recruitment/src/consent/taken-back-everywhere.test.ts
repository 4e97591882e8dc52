import { ConsentChannel } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { archiveOf } from '../rehearsal/archive-of.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('a consent that was taken back', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(async () => {
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(0);
  });
  afterAll(() => stage.close());

  const here = () => ({ charityId: charity.charityId });
  const aReadyOne = async (): Promise<CuratorOnStage> => {
    const curator = await charity.aCurator();
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
  };
  const takesBack = async ({ caller }: CuratorOnStage, channel: ConsentChannel) =>
    accepted(await stage.call('withdraw-consent', { ...here(), channel, pastPosts: 'delete' }, caller));
  const hasWeekend = async ({ curatorId }: CuratorOnStage, isOver: boolean) => {
    const booked = takeoverScheduledTo(charity.charityId, curatorId, new Date(Date.now() + 2 * dayMs));
    await stage.hears(...booked);
    const at = [charity.charityId, curatorId, booked[2].data.takeoverId] as const;
    if (!isOver) return;
    await stage.hears(...takeoverOpenedOf(...at));
    await stage.hears(...takeoverClosedOf(...at));
  };
  const subjectsTo = async ({ email }: CuratorOnStage) =>
    (await charity.mailsTo(email)).map(({ subject }) => subject);

  it.each(ConsentChannel.options)(
    'P4: %s: is so on the bus, in the audit, and in all its person sees',
    async (channel) => {
      const curator = await aReadyOne();
      if (channel !== 'posting') await charity.consent(curator, channel);
      await takesBack(curator, channel);
      const told = (await charity.facts()).filter(({ type }) => type === 'baton.consent.withdrawn.v1');
      expect(told.at(-1)).toMatchObject({
        subject: curator.curatorId,
        data: { channel, pastPosts: 'delete' },
      });
      expect((await charity.audited('consent.withdrawn')).at(-1)).toMatchObject({
        about: curator.curatorId,
        details: { channel, pastPosts: 'delete' },
      });
      const { consents } = accepted(await stage.call('view-consents', here(), curator.caller));
      expect(consents.find((one) => one.channel === channel)).toMatchObject({ state: 'withdrawn' });
      const mine = accepted(await stage.call('download-my-data', here(), curator.caller));
      expect(mine.consents.at(-1)).toMatchObject({ channel, said: 'no' });
      await stage.settled();
      const { foundIn } = await searchEverywhere(stage, [
        `"curatorId":"${curator.curatorId}","channel":"${channel}"`,
      ]);
      expect(foundIn).toContainEqual(expect.stringMatching(/^stream /));
    },
  );

  it('P4: to post: is so for the team, in the archive, and for who comes next', async () => {
    const curator = await aReadyOne();
    const { applicationId, curatorId, caller } = curator;
    await takesBack(curator, 'posting');
    const rows = (await archiveOf(stage, charity.charityId)).flatMap(({ file, records }) =>
      file === 'applications' ? records : [],
    );
    expect(rows.find((row) => row['curatorId'] === curatorId)).toMatchObject({
      state: 'preparing',
      agreementVersion: null,
    });
    expect(await charity.applications()).toContainEqual(
      expect.objectContaining({ applicationId, state: 'preparing' }),
    );
    expect(accepted(await stage.call('view-me', here(), caller))).toMatchObject({ state: 'preparing' });
    expect(await charity.agree(curator, await charity.agreement())).toMatchObject({
      refusal: { code: 'consentMissing' },
    });
  });

  it('P4: no mail that waits goes after it, of a weekend, of thanks or of free weekends', async () => {
    const [booked, curated, asked] = [await aReadyOne(), await aReadyOne(), await aReadyOne()];
    await charity.consent(asked, 'contact');
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    await hasWeekend(booked, false);
    await hasWeekend(curated, true);
    await hasWeekend(asked, true);
    await stage.sendMail();
    await takesBack(booked, 'posting');
    await takesBack(curated, 'posting');
    await takesBack(asked, 'contact');
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(dayMs);
    expect(await subjectsTo(booked)).not.toContainEqual(expect.stringMatching(/^Your booking/));
    expect(await subjectsTo(curated)).not.toContainEqual(expect.stringMatching(/^Thank you/));
    expect(await subjectsTo(asked)).toContainEqual(expect.stringMatching(/^Thank you/));
    await stage.database.shiftClock(95 * dayMs);
    expect(await subjectsTo(asked)).not.toContainEqual(expect.stringMatching(/^There are free weekends/));
  });
});
