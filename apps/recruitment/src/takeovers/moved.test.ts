import { type DataOf, type TakeoverId, takeoverMoved, takeoverReminderDue } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('mails about a weekend whose times change', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let robin: CuratorOnStage;
  let takeoverId: TakeoverId;
  let closesAt: number;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());
  afterEach(() => {
    stage.mailbox.outOfOrder = false;
    return stage.database.shiftClock(0);
  });

  const booked = async (): Promise<void> => {
    robin = await charity.aCurator();
    closesAt = Date.now() + 9 * dayMs;
    const fact = takeoverScheduledTo(charity.charityId, robin.curatorId, new Date(closesAt));
    takeoverId = fact[2].subject;
    await stage.hears(...fact);
  };
  const opensAt = () => new Date(closesAt - dayMs).toISOString();
  const moves = (
    byMs: number,
    revision: number,
    because: DataOf<typeof takeoverMoved>['because'] = 'rotaMoved',
  ) =>
    stage.hears(takeoverMoved, charity.charityId, {
      subject: takeoverId,
      revision,
      data: {
        ...{ takeoverId, curatorId: robin.curatorId, because },
        opensAt: because === 'extended' ? opensAt() : new Date(closesAt - dayMs + byMs).toISOString(),
        closesAt: new Date(closesAt + byMs).toISOString(),
      },
    });
  const subjects = async () => (await charity.mailsTo(robin.email)).map(({ subject }) => subject);

  it('tell the newest times alone, in whatever order they would have gone', async () => {
    stage.mailbox.outOfOrder = true;
    await booked();
    await moves(dayMs, 2);
    await stage.sendMail();
    await moves(2 * dayMs, 3);
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(hourMs);
    const about = (await subjects()).filter((subject) => subject.startsWith('Your booking'));
    expect(about).toHaveLength(1);
    expect(about[0]).toContain('has moved to');
  });

  it('remind of an end that was put off once more, and of neither too late', async () => {
    await booked();
    const ends = (at: number) =>
      stage.hears(takeoverReminderDue, charity.charityId, {
        subject: takeoverId,
        revision: 1,
        data: {
          ...{ takeoverId, curatorId: robin.curatorId, reminder: 'ending', zone: null, opensAt: opensAt() },
          closesAt: new Date(at).toISOString(),
          until: new Date(at).toISOString(),
        },
      });
    const reminders = async () => (await subjects()).filter((subject) => subject.startsWith('It closes at'));
    await ends(closesAt);
    expect(await reminders()).toHaveLength(1);
    await moves(5 * hourMs, 2, 'extended');
    await ends(closesAt + 5 * hourMs);
    expect(await reminders()).toHaveLength(2);
    await ends(closesAt);
    expect(await reminders()).toHaveLength(2);
  });
});
