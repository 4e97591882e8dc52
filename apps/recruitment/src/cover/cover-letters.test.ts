import {
  type DataOf,
  type OfferId,
  offerClosed,
  type SlotId,
  type SwapId,
  slotOffered,
  swapAsked,
  swapClosed,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

let stage: Stage;
let charity: CharityOnStage;
let curator: CuratorOnStage;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  charity = await stage.aCharity();
  curator = await charity.aCurator();
});
afterEach(() => stage.database.shiftClock(0));
afterAll(() => stage.close());

const isOffered = async (offer: Partial<DataOf<typeof slotOffered>> = {}) => {
  const offerId = newId<OfferId>();
  const slotId = newId<SlotId>();
  const window = { opensAt: inHours(30), closesAt: inHours(60), expiresAt: inHours(10) };
  const { curatorId } = curator;
  const data = { offerId, slotId, curatorId, ...window, because: 'cover' as const, ...offer };
  await stage.hears(slotOffered, charity.charityId, { subject: offerId, revision: 1, data });
  return { offerId, slotId, curatorId };
};
const isClosed = (offer: Awaited<ReturnType<typeof isOffered>>) => {
  const data = { ...offer, outcome: 'withdrawn' as const };
  return stage.hears(offerClosed, charity.charityId, { subject: offer.offerId, revision: 2, data });
};
const mails = async (start: string, { email } = curator) =>
  (await charity.mailsTo(email)).filter(({ subject }) => subject.startsWith(start));

describe('a slot that is offered', () => {
  it('is told at once: when it is, until when they can answer, and that a no is fine', async () => {
    await isOffered();
    const [mail, ...more] = await mails('Could you step in');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('A no is as good as a yes');
    expect(mail?.text).toMatch(/kept for you until .+, \d\d:\d\d\./);
  });

  it('is told in other words where it has merely become free', async () => {
    await isOffered({ because: 'freed' });
    expect(await mails('Could you step in')).toEqual([]);
    expect(await mails('A slot for you')).toHaveLength(1);
  });

  it('is told to nobody who cannot take it any more', async () => {
    await isOffered({ expiresAt: inHours(-1) });
    expect(await mails('Could you step in')).toEqual([]);
  });

  it('is not told once it is closed, where the mail has not gone yet', async () => {
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    const offer = await isOffered();
    await stage.sendMail();
    await isClosed(offer);
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(10_000);
    expect(await mails('Could you step in')).toEqual([]);
  });
});

describe('a swap', () => {
  const swapId = newId<SwapId>();
  const isAsked = (of: CuratorOnStage) => {
    const window = { opensAt: inHours(30), closesAt: inHours(60), expiresAt: inHours(29) };
    const data = { swapId, curatorId: of.curatorId, ...window, insteadOf: inHours(200) };
    return stage.hears(swapAsked, charity.charityId, { subject: swapId, revision: 1, data });
  };
  const ends = (of: CuratorOnStage, how: Pick<DataOf<typeof swapClosed>, 'agreed' | 'outcome'>) => {
    const data = { swapId, proposedBy: curator.curatorId, curatorId: of.curatorId, ...how };
    return stage.hears(swapClosed, charity.charityId, { subject: swapId, revision: 2, data });
  };
  const notToBe = async (who: CuratorOnStage) => (await mails('Your swap will not be', who)).length;

  it('is told to who is asked, and its end to whoever counted on it', async () => {
    const kim = await charity.aCurator();
    await isAsked(kim);
    expect(await mails('Would you swap', kim)).toHaveLength(1);
    await ends(kim, { agreed: false, outcome: 'declined' });
    expect([await notToBe(curator), await notToBe(kim)]).toEqual([1, 0]);
  });

  it('is told to both where the team refused what both wanted, and to nobody where it is done', async () => {
    const kim = await charity.aCurator();
    await ends(kim, { agreed: true, outcome: 'refused' });
    expect([await notToBe(curator), await notToBe(kim)]).toEqual([1, 1]);
    charity = await stage.aCharity();
    curator = await charity.aCurator();
    const lee = await charity.aCurator();
    await ends(lee, { agreed: true, outcome: 'done' });
    expect([await notToBe(curator), await notToBe(lee)]).toEqual([0, 0]);
  });
});
