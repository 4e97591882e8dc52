import type { CharityId, SwapId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;
const words = 'I am in hospital.';

describe('what a charity takes out about bookings', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  async function everything(charityId: CharityId): Promise<Map<string, Record<string, unknown>[]>> {
    const caller = { kind: 'service', service: 'api-gateway' } as const;
    const files = new Map<string, Record<string, unknown>[]>();
    let cursor: string | null = null;
    do {
      const page: { file: string; records: Record<string, unknown>[]; next: string | null } = accepted(
        await stage.call('export-records', { charityId, cursor }, caller),
      );
      files.set(page.file, [...(files.get(page.file) ?? []), ...page.records]);
      cursor = page.next;
    } while (cursor);
    return files;
  }

  it('has records of each kind, by pseudonym, and nobody’s words', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
    const slotIn = (days: number) => charity.addSlotIn({ opensInMs: days * dayMs, lastsMs: dayMs });
    const [one, other, third] = [await slotIn(3), await slotIn(40), await slotIn(50)];
    const { takeoverId } = await charity.book(one, robin);
    await stage.call('join-waitlist', { charityId, weekdays: ['friday', 'monday'] }, kim.caller);
    await stage.call('offer-standby', { charityId, slotId: one.slotId }, kim.caller);
    await stage.call('report-unwell', { charityId }, robin.caller);
    const again = await charity.book(other, robin);
    const swap = { swapId: newId<SwapId>(), takeoverId: again.takeoverId, slotId: third.slotId };
    await charity.book(third, await charity.aReadyCurator());
    await stage.call('propose-swap', { charityId, ...swap }, robin.caller);
    const cancel = { charityId, takeoverId: again.takeoverId, say: words };
    await stage.call('cancel-booking', cancel, robin.caller);
    const files = await everything(charityId);
    const by = { curatorId: kim.curatorId };
    expect(files.get('booking-rules')).toMatchObject([{ coolDownDays: 28, swapsNeedManager: false }]);
    expect(files.get('standby')).toMatchObject([{ ...by, slotId: one.slotId, from: null }]);
    expect(files.get('waitlist')).toMatchObject([{ ...by, weekdays: ['friday', 'monday'] }]);
    expect(files.get('offers')).toMatchObject([{ ...by, because: 'cover', askedAs: 'standbyForSlot' }]);
    expect(files.get('cancellations')).toMatchObject([{ curatorId: robin.curatorId, by: 'curator' }]);
    expect(files.get('swaps')).toMatchObject([{ proposedBy: robin.curatorId, state: 'lapsed' }]);
    expect(files.get('takeovers')?.map(({ takeoverId: id }) => id)).toContain(takeoverId);
    expect(JSON.stringify([...files])).not.toContain('hospital');
  });
});
