import {
  type Caller,
  type MemberId,
  type RequestOf,
  type SlotId,
  setWeekendNotes,
  type TakeoverId,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('a manager’s notes on a weekend', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const as = (role: 'manager' | 'moderator' | 'trustee'): Caller => ({
    ...{ kind: 'staff', charityId: charity.charityId, memberId: newId<MemberId>(), role },
  });
  async function aWeekend() {
    const { charityId } = charity;
    const takeoverId = newId<TakeoverId>();
    const window = { opensAt: '2026-01-02T17:30:00.000Z', closesAt: '2026-01-05T09:00:00.000Z' };
    const who = {
      curatorId: charity.aCurator().curatorId,
      penName: 'Robin',
      identityLevel: 'penName' as const,
    };
    const data = { takeoverId, slotId: newId<SlotId>(), ...who, ...window };
    await stage.hears(takeoverScheduled, charityId, { subject: takeoverId, revision: 1, data });
    type Wished = RequestOf<typeof setWeekendNotes>;
    return {
      set: (wished: Omit<Wished, 'charityId' | 'takeoverId'>, caller = as('manager')) =>
        stage.call('set-weekend-notes', { charityId, takeoverId, ...wished }, caller),
      view: (caller = as('manager')) => stage.call('view-weekend-notes', { charityId, takeoverId }, caller),
      inReport: async () =>
        accepted(await stage.call('report-takeover', { charityId, takeoverId }, as('trustee'))).notes,
      takeoverId,
    };
  }

  it('are nothing at first, and then what was written; the same again is the same', async () => {
    const weekend = await aWeekend();
    expect(accepted(await weekend.view())).toMatchObject({ text: '', version: 0 });
    const set = await weekend.set({ version: 0, text: ' Robin was wonderful. ' });
    expect(set).toMatchObject({ value: { text: 'Robin was wonderful.', version: 1, forReport: false } });
    expect(await weekend.set({ version: 0, text: 'Robin was wonderful.' })).toEqual(set);
  });

  it('are not written over by whoever has not seen them, also when two save at once', async () => {
    const weekend = await aWeekend();
    const both = await Promise.all(['Mine', 'Theirs'].map((text) => weekend.set({ version: 0, text })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changedElsewhere' } });
    const kept = accepted(await weekend.view());
    expect(await weekend.set({ version: kept.version, text: 'Both' })).toMatchObject({
      value: { version: 2 },
    });
  });

  it('are the managers’ alone, until they say that trustees may read them', async () => {
    const weekend = await aWeekend();
    await weekend.set({ version: 0, text: 'A worry' });
    for (const role of ['moderator', 'trustee'] as const)
      expect(await weekend.view(as(role))).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await weekend.inReport()).toBeNull();
    await weekend.set({ version: 1, text: 'A worry', forReport: true });
    expect(await weekend.inReport()).toBe('A worry');
  });

  it('are sealed', async () => {
    const weekend = await aWeekend();
    await weekend.set({ version: 0, text: 'Only for managers' });
    const [row] = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ text: string }>('SELECT n::text AS text FROM weekend_note n WHERE takeover_id = $1', [
        weekend.takeoverId,
      ]),
    );
    expect(row?.text).not.toContain(Buffer.from('Only for').toString('hex'));
    expect(row?.text).toContain(weekend.takeoverId);
  });

  it('say what is too long', () => {
    const ids = { charityId: newId(), takeoverId: newId() };
    const read = setWeekendNotes.input.safeParse({ ...ids, version: 0, text: 'x'.repeat(5001) });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      'can be at most 5,000 characters: please shorten it',
    ]);
  });
});
