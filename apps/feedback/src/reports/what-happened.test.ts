import {
  crisisNoticed,
  type FollowUpId,
  type MentionId,
  mentionReported,
  type PostId,
  postHeld,
  type SlotId,
  type SwitchMode,
  switchChanged,
  type TakeoverId,
  takeoverClosed,
  takeoverGivenBack,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { openTeller } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const [opensAt, within, closesAt] = [
  '2026-01-02T17:30:00.000Z',
  '2026-01-04T12:00:00.000Z',
  '2026-01-05T09:00:00.000Z',
];
const season = { from: '2026-01-01', to: '2026-01-31' };

describe('what happened, in reports', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  async function aWeekend() {
    charity = await stage.aCharity();
    const about = { takeoverId: newId<TakeoverId>(), curatorId: charity.aCurator().curatorId };
    const { charityId } = charity;
    const fact = (revision: number) => ({ subject: about.takeoverId, revision });
    const who = { slotId: newId<SlotId>(), penName: 'Robin', identityLevel: 'penName' as const };
    const data = { ...about, ...who, opensAt, closesAt };
    await stage.hears(takeoverScheduled, charityId, { ...fact(1), data });
    await stage.hears(takeoverOpened, charityId, { ...fact(2), data: { ...about, openedAt: opensAt } });
    return about;
  }
  type About = Awaited<ReturnType<typeof aWeekend>>;

  const turnsSwitch = (mode: SwitchMode, at: string, revision: number) =>
    stage.hears(switchChanged, charity.charityId, {
      ...{ subject: charity.charityId, revision, data: { mode, at, stopped: 1 } },
    });
  const crisis = (takeoverId: TakeoverId | null, curatorId: About['curatorId']) => {
    const followUpId = newId<FollowUpId>();
    return stage.hears(crisisNoticed, charity.charityId, {
      ...{ subject: followUpId, revision: 1, time: new Date(within) },
      data: { followUpId, takeoverId, curatorId, postId: newId<PostId>(), severity: 'high' },
    });
  };
  const report = async ({ takeoverId }: About) => {
    const asked = { charityId: charity.charityId, takeoverId };
    return accepted(await stage.call('report-takeover', asked, charity.manager));
  };
  const assurance = async (about: object) => {
    const asked = { charityId: charity.charityId, ...about };
    return accepted(await stage.call('report-assurance', asked, charity.manager));
  };
  const kindsOf = ({ incidents }: { readonly incidents: readonly { readonly kind: string }[] }) =>
    incidents.map(({ kind }) => kind);

  it('in a rehearsal of somebody else is not on the weekend that was on: only in the season’s counts', async () => {
    const about = await aWeekend();
    await crisis(null, charity.aCurator().curatorId);
    await turnsSwitch('pause', within, 1);
    await crisis(about.takeoverId, about.curatorId);
    expect(kindsOf(await report(about)).sort()).toEqual(['crisis', 'switchPause']);
    expect(kindsOf(await assurance({ takeoverId: about.takeoverId })).sort()).toEqual([
      'crisis',
      'switchPause',
    ]);
    const asked = { charityId: charity.charityId, ...season };
    const whole = accepted(await stage.call('report-season', asked, charity.manager));
    expect(whole.incidents).toContainEqual({ kind: 'crisis', count: 2 });
    expect((await assurance(season)).incidentsByKind).toContainEqual({ kind: 'crisis', count: 2 });
  });

  it('at the very end: an account taken back is on the weekend it ended, and is not “given back” as well', async () => {
    const about = await aWeekend();
    const { charityId } = charity;
    const head = { subject: about.takeoverId, revision: 3 };
    const data = { ...about, givenBackAt: within };
    await stage.hears(takeoverGivenBack, charityId, { subject: about.takeoverId, revision: 1, data });
    const closed = { ...about, closedAt: within, because: 'ended' as const };
    await stage.hears(takeoverClosed, charityId, { ...head, data: closed });
    expect(kindsOf(await report(about))).toEqual(['givenBack']);
    await turnsSwitch('takenBack', within, 1);
    expect(kindsOf(await report(about))).toEqual(['switchTakenBack']);
    expect(kindsOf(await assurance(season))).toEqual(['switchTakenBack']);
  });

  it('more often than anybody would read: counted in full, the newest two hundred told', async () => {
    const { takeoverId } = await aWeekend();
    const teller = await openTeller(stage.nats);
    for (let index = 0; index < 230; index += 1) {
      const mentionId = newId<MentionId>();
      await teller.tell(mentionReported, charity.charityId, {
        ...{ subject: mentionId, revision: 1, time: new Date(Date.parse(opensAt) + index * 1_000) },
        data: { mentionId, takeoverId, reason: 'threat' },
      });
    }
    await stage.service.settle();
    await teller.close();
    const { incidents, incidentsByKind } = await assurance({ takeoverId });
    expect(incidentsByKind).toEqual([{ kind: 'reported', count: 230 }]);
    expect(incidents).toHaveLength(200);
    expect(incidents.at(0)?.at).toBe(new Date(Date.parse(opensAt) + 30_000).toISOString());
    expect(incidents.at(-1)?.at).toBe(new Date(Date.parse(opensAt) + 229_000).toISOString());
  });

  it('held twice is one post that waited twice', async () => {
    const about = await aWeekend();
    const postId = newId<PostId>();
    for (const revision of [1, 2]) {
      const data = { ...about, postId, kind: 'post' as const, checks: ['links' as const] };
      await stage.hears(postHeld, charity.charityId, { subject: postId, revision, data });
    }
    expect((await report(about)).holds).toMatchObject({ held: 2, posts: 1 });
  });
});
