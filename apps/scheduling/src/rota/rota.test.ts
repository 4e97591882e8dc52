import { randomUUID } from 'node:crypto';
import { newId } from '@baton/service-kit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { weeksAhead } from './horizon.js';

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

describe('a rota', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  const rotaId = randomUUID();
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
  });
  afterEach(() => stage.close());

  const define = (
    change: { opens?: string; weekday?: 'friday' | 'saturday'; closes?: string; booked?: 'keep' } = {},
  ) =>
    stage.call(
      'define-rota',
      {
        charityId: charity.charityId,
        rotaId,
        opens: { weekday: change.weekday ?? 'friday', time: change.opens ?? '17:30' },
        closes: { weekday: 'monday', time: change.closes ?? '09:00' },
        startsOn: '2026-01-01',
        ...(change.booked && { booked: change.booked }),
      },
      charity.manager,
    );

  it('is filled for 78 weeks in the zone of the charity, and defining it again changes nothing', async () => {
    const rota = accepted(await define());
    expect(rota.slots).toBeGreaterThanOrEqual(weeksAhead);
    const slots = await charity.slots();
    expect(slots).toHaveLength(rota.slots);
    expect(slots[0]).toMatchObject({ zone: 'Europe/London', state: 'free', opensAt: rota.firstOpensAt });
    expect(slots.at(-1)?.closesAt).toBe(rota.lastClosesAt);
    expect(accepted(await define())).toEqual(rota);
    expect(await charity.slots()).toEqual(slots);
  });

  it('moves free slots when its times change, and keeps a booked one where that is wished', async () => {
    await define();
    const [, second, third] = await charity.slots();
    if (!second || !third) throw new Error('the rota is empty');
    await charity.book(second, await charity.aReadyCurator());
    await define({ weekday: 'saturday', opens: '10:00', booked: 'keep' });
    const slots = await charity.slots();
    expect(slots).toContainEqual({ ...second, state: 'booked' });
    expect(slots.map((slot) => slot.slotId)).not.toContain(third.slotId);
    expect(slots.filter((slot) => slot.opensAtWall.endsWith('T10:00')).length).toBe(slots.length - 1);
  });

  it('leaves the booking alone when both happen at once', async () => {
    await define();
    const [, slot] = await charity.slots();
    const curators = await Promise.all(Array.from({ length: 10 }, () => charity.aReadyCurator()));
    if (!slot) throw new Error('the rota is empty');
    const [changed, ...answers] = await Promise.all([
      define({ weekday: 'saturday', booked: 'keep' }),
      ...curators.map(async (curator) => (await charity.book(slot, curator)).answer),
    ]);
    expect(changed).toMatchObject({ ok: true });
    const winners = answers.filter((answer) => answer.ok);
    const stillThere = (await charity.slots()).filter(({ slotId }) => slotId === slot.slotId);
    expect(stillThere.map((there) => there.state)).toEqual(winners.map(() => 'booked'));
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    for (const code of refusals) expect(['slotTaken', 'notFound']).toContain(code);
  });

  it('grows by itself as the weeks go by', async () => {
    const before = accepted(await define());
    await stage.shiftClock(3 * weekMs);
    await stage.keepRotasFilled();
    const slots = await charity.slots();
    expect(Date.parse(slots.at(-1)?.closesAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(before.lastClosesAt ?? '') + 3 * weekMs - 3_600_000,
    );
    expect(slots.length).toBeGreaterThanOrEqual(weeksAhead);
  });

  it('R14: derives free slots anew as it grows, and leaves what is booked to who looks after laws', async () => {
    await define();
    const [, free, booked] = await charity.slots();
    if (!free || !booked) throw new Error('the rota is empty');
    await charity.book(booked, await charity.aReadyCurator());
    await charity.pretendOldLaw();
    const anHourOff = await charity.slots();
    expect(anHourOff[1]?.opensAt).not.toBe(free.opensAt);
    await stage.shiftClock(2 * dayMs);
    await stage.keepRotasFilled();
    const slots = await charity.slots();
    expect(slots.find((slot) => slot.opensAtWall === free.opensAtWall)).toMatchObject({
      opensAt: free.opensAt,
      closesAt: free.closesAt,
    });
    expect(slots).toContainEqual(anHourOff.find((slot) => slot.slotId === booked.slotId));
  });

  it('must last a minute', async () => {
    const asLongAs = (closes: string) =>
      stage.call(
        'define-rota',
        {
          charityId: charity.charityId,
          rotaId,
          opens: { weekday: 'friday', time: '17:30' },
          closes: { weekday: 'friday', time: closes },
          startsOn: '2026-01-01',
        },
        charity.manager,
      );
    expect(await asLongAs('17:30:59')).toMatchObject({ refusal: { code: 'impossibleWindow' } });
    expect(await asLongAs('17:31')).toMatchObject({ ok: true });
  });

  it('waits for the charity’s zone to be known, unless it brings its own', async () => {
    const unheardOf = new CharityOnStage(stage, newId());
    const rota = {
      charityId: unheardOf.charityId,
      rotaId,
      opens: { weekday: 'friday', time: '17:30' },
      closes: { weekday: 'monday', time: '09:00' },
      startsOn: '2026-01-01',
    } as const;
    const defined = (zone?: string) =>
      stage.call('define-rota', { ...rota, ...(zone ? { zone } : {}) }, unheardOf.manager);
    expect(await defined()).toMatchObject({ refusal: { code: 'unavailable' } });
    expect(await defined('America/New_York')).toMatchObject({ ok: true });
  });
});
