import type { SlotId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('adding a one-off slot', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
  });
  afterAll(() => stage.close());

  const refused = (code: string) => ({ ok: false, refusal: { code } });

  it('is for the next ten years: the latest moment is told', async () => {
    const far = { opensAtWall: '9999-07-04T17:30', closesAtWall: '9999-07-04T18:30' };
    expect(await charity.tryAddSlot(far)).toMatchObject({
      refusal: { code: 'tooFarAway', details: { latest: expect.stringMatching(/^20\d\d-/) } },
    });
  });

  it('keeps the wall times and derives the instants, in the zone of the charity or another', async () => {
    expect(await charity.addSlot('2031-07-04T17:30', '2031-07-04T17:30:40')).toMatchObject({
      zone: 'Europe/London',
      opensAtWall: '2031-07-04T17:30',
      closesAtWall: '2031-07-04T17:30:40',
      opensAt: '2031-07-04T16:30:00.000Z',
      closesAt: '2031-07-04T16:30:40.000Z',
      state: 'free',
    });
    const abroad = { opensAtWall: '2031-08-01T09:00', closesAtWall: '2031-08-01T10:00', zone: 'Asia/Tokyo' };
    expect(await charity.tryAddSlot(abroad)).toMatchObject({
      value: { opensAt: '2031-08-01T00:00:00.000Z' },
    });
  });

  it('gives the same answer to the same call, and refuses the id for another window', async () => {
    const slotId = newId<SlotId>();
    const slot = { slotId, opensAtWall: '2031-09-01T09:00', closesAtWall: '2031-09-01T10:00' };
    const first = await charity.tryAddSlot(slot);
    expect(first).toMatchObject({ ok: true });
    expect(await charity.tryAddSlot(slot)).toEqual(first);
    expect(await charity.tryAddSlot({ ...slot, closesAtWall: '2031-09-01T11:00' })).toMatchObject(
      refused('badInput'),
    );
  });

  it('never lets two slots of a charity overlap, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        charity.tryAddSlot({
          opensAtWall: `2031-10-01T${String(8 + index).padStart(2, '0')}:00`,
          closesAtWall: '2031-10-01T20:00',
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('overlaps');
  });

  it('lets one slot begin when another ends, and charities share a time', async () => {
    await charity.addSlot('2031-11-01T09:00', '2031-11-01T10:00');
    await charity.addSlot('2031-11-01T10:00', '2031-11-01T11:00');
    await (await stage.aCharity('Europe/London')).addSlot('2031-11-01T09:00', '2031-11-01T11:00');
  });

  it('refuses a window that cannot be', async () => {
    const tried = (opensAtWall: string, closesAtWall: string) =>
      charity.tryAddSlot({ opensAtWall, closesAtWall });
    const impossible = refused('impossibleWindow');
    expect(await tried('2031-12-01T10:00', '2031-12-01T10:00')).toMatchObject(impossible);
    expect(await tried('2031-12-01T10:00', '2031-12-16T10:00')).toMatchObject(impossible);
    expect(await tried('2031-02-29T10:00', '2031-03-01T10:00')).toMatchObject(impossible);
    expect(await tried('2020-01-01T10:00', '2020-01-01T11:00')).toMatchObject(impossible);
  });
});
