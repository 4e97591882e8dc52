import { curatorLeft, type TakeoverId } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import type { Slot } from '../slots/slots.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const words = 'My mother is in hospital.';

let stage: Stage;
let charity: CharityOnStage;
let robin: CuratorOnStage;
let slot: Slot;
let takeoverId: TakeoverId;
let shifted = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
  robin = await charity.aReadyCurator();
  slot = await charity.addSlotIn({ opensInMs: 3 * dayMs, lastsMs: dayMs });
  ({ takeoverId } = await charity.book(slot, robin));
});

const cancel = (caller = robin.caller, say?: string) =>
  stage.call(
    'cancel-booking',
    { charityId: charity.charityId, takeoverId, ...(say === undefined ? {} : { say }) },
    caller,
  );
const cancellations = async () =>
  accepted(await stage.call('list-cancellations', { charityId: charity.charityId }, charity.manager))
    .cancellations;
const passes = async (ms: number) => {
  shifted += ms;
  await stage.shiftClock(shifted);
  await stage.look();
  await stage.doWhatIsDue();
};
const closed = async () =>
  (await charity.factsAbout(takeoverId)).filter(({ type }) => type === 'baton.takeover.closed.v1');

describe('calling a booking off', () => {
  it('needs no reason, is done once, and frees the slot', async () => {
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    for (const answer of answers) expect(answer).toMatchObject({ value: { state: 'closed' } });
    expect((await closed()).map(({ data }) => data['because'])).toEqual(['cancelledByCurator']);
    const again = await charity.book(slot, await charity.aReadyCurator());
    expect(again.answer).toMatchObject({ ok: true });
    expect(await cancellations()).toMatchObject([{ by: 'curator', said: null }]);
  });

  it('by the team says that it was the team', async () => {
    expect(await cancel(charity.manager)).toMatchObject({ ok: true });
    expect((await closed()).map(({ data }) => data['because'])).toEqual(['cancelledByTeam']);
  });

  it('shows managers what was said, and keeps it out of facts, audit and archive', async () => {
    await cancel(robin.caller, words);
    expect(await cancellations()).toMatchObject([{ takeoverId, said: words, by: 'curator' }]);
    const { charityId } = charity;
    expect(JSON.stringify(await stage.factsOf(charityId))).not.toContain('hospital');
    const rows = await stage.inCharity(charityId, (tx) =>
      tx.query<{ row: string }>('SELECT cancellation::text AS row FROM cancellation WHERE charity_id = $1', [
        charityId,
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(words).toString('hex'));
  });

  it('P5: forgets what was said with the person, and after ninety days', async () => {
    await cancel(robin.caller, words);
    const { curatorId } = robin;
    const kim = await charity.aReadyCurator();
    const later = await charity.addSlotIn({ opensInMs: 20 * dayMs, lastsMs: dayMs });
    const booked = await charity.book(later, kim);
    const input = { charityId: charity.charityId, takeoverId: booked.takeoverId, say: words };
    await stage.call('cancel-booking', input, kim.caller);
    await stage.hears(curatorLeft, charity.charityId, {
      subject: curatorId,
      revision: 1,
      data: { curatorId, pastPosts: 'keep' },
    });
    expect((await cancellations()).map(({ said }) => said)).toEqual([words, null]);
    await passes(90 * dayMs + hourMs);
    const [left] = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ kept: number }>(
        'SELECT count(said_sealed)::int AS kept FROM cancellation WHERE charity_id = $1',
        [charity.charityId],
      ),
    );
    expect(left).toEqual({ kept: 0 });
  });

  it('is refused for another’s, once it has begun, and when it is over', async () => {
    const kim = await charity.aReadyCurator();
    expect(await cancel(kim.caller)).toMatchObject({ refusal: { code: 'notYours' } });
    expect(await cancel(robin.caller, 'x'.repeat(2_001))).toMatchObject({ refusal: { code: 'badInput' } });
    await passes(3 * dayMs + hourMs);
    expect(await cancel()).toMatchObject({ refusal: { code: 'begun' } });
    await passes(2 * dayMs);
    expect(await cancel()).toMatchObject({ refusal: { code: 'takeoverOver' } });
  });
});
