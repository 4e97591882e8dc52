import { takeoverMoved, wireTypeOf } from '@baton/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { RotaOnStage } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { instantOfWallTime } from '../windows/instant-of-wall-time.js';
import type { ZoneRules } from '../windows/zone-rules.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When London's clocks go back next but for this winter's: from then on, by the new law, they do not. */
const goesBackAt = nextAutumnIn('Europe/London');
const staysOnSummerTime: ZoneRules = {
  law: '2999a',
  instantOf: (wall, zone) =>
    zone === 'Europe/London' && wall >= goesBackAt
      ? new Date(`${wall.padEnd(16, '0')}+01:00`)
      : instantOfWallTime(wall, zone),
};
const anHourEarlier = (instant: string) => new Date(Date.parse(instant) - hourMs).toISOString();

describe('R14: a zone that changes its law after booking', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let rota: RotaOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
    rota = new RotaOnStage(stage, charity);
    accepted(await rota.define());
  });
  afterEach(() => stage.close());

  const changes = async () =>
    accepted(await stage.call('list-zone-changes', { charityId: charity.charityId }, charity.manager))
      .changes;
  const updated = async () => {
    await stage.stopReplicas();
    await stage.startReplica(staysOnSummerTime);
    await stage.keepZoneLaw();
  };
  const moves = async () => (await charity.facts()).filter(({ type }) => type === wireTypeOf(takeoverMoved));
  const placesOfWinter = async () =>
    (await charity.slots()).flatMap((slot, place) => (slot.opensAtWall >= goesBackAt ? [place] : []));
  const isByNewLaw = (slot: {
    opensAtWall: string;
    closesAtWall: string;
    opensAt: string;
    closesAt: string;
  }) =>
    [slot.opensAt, slot.closesAt].join() ===
    [slot.opensAtWall, slot.closesAtWall]
      .map((wall) => staysOnSummerTime.instantOf(wall, 'Europe/London')?.toISOString())
      .join();

  it('moves what is booked and what is free, tells those who booked, and keeps a table of it', async () => {
    const [winter = 0, later = 0] = await placesOfWinter();
    const [summer, first, second] = await rota.bookedAt(2, winter, later);
    const before = await charity.slots();
    await updated();
    const after = await charity.slots();
    expect(after.map(({ slotId }) => slotId)).toEqual(before.map(({ slotId }) => slotId));
    expect(after.filter((slot) => !isByNewLaw(slot))).toEqual([]);
    const moved = before.filter(
      (slot) =>
        !after.some(({ opensAt, closesAt }) => opensAt === slot.opensAt && closesAt === slot.closesAt),
    );
    expect(moved.length).toBeGreaterThan(20);
    expect(moved.map(({ slotId }) => slotId)).not.toContain(summer?.slotId);

    const facts = await moves();
    expect(facts.map(({ subject, revision }) => [subject, revision])).toEqual([
      [first?.takeoverId, 2],
      [second?.takeoverId, 2],
    ]);
    expect(facts[1]?.data).toMatchObject({
      because: 'zoneLaw',
      opensAt: anHourEarlier(second?.slot.opensAt ?? ''),
      closesAt: anHourEarlier(second?.slot.closesAt ?? ''),
    });

    const table = await changes();
    expect(table.map(({ slotId }) => slotId).sort()).toEqual(moved.map(({ slotId }) => slotId).sort());
    expect(table.filter(({ told }) => told).map(({ slotId, told }) => [slotId, told?.penName])).toEqual([
      [first?.slotId, `Curator ${winter}`],
      [second?.slotId, `Curator ${later}`],
    ]);
    expect(table.find(({ slotId }) => slotId === second?.slotId)).toMatchObject({
      opensAtWall: second?.slot.opensAtWall,
      before: { opensAt: second?.slot.opensAt },
      after: { opensAt: anHourEarlier(second?.slot.opensAt ?? '') },
      lawBefore: process.versions['tz'],
      law: '2999a',
    });
    const noted = (await charity.audit()).filter(({ action }) => action === 'zone.re-derived');
    expect(noted).toMatchObject([
      { actor: 'scheduling', details: { law: '2999a', slots: moved.length, booked: 2 } },
    ]);
  });

  it('moves nothing twice: not again, not by two replicas at once, not by growing', async () => {
    const [winter = 0] = await placesOfWinter();
    await rota.bookedAt(winter);
    await stage.stopReplicas();
    await Promise.all([stage.startReplica(staysOnSummerTime), stage.startReplica(staysOnSummerTime)]);
    await Promise.all([stage.keepZoneLaw(), stage.keepZoneLaw()]);
    const [slots, table] = [await charity.slots(), await changes()];
    await stage.keepZoneLaw();
    await stage.keepRotasFilled();
    accepted(await rota.define());
    expect(await charity.slots()).toEqual(slots);
    expect(await changes()).toEqual(table);
    expect(await moves()).toHaveLength(1);
  });

  it('is not undone by a replica with the old law, and what that one adds is derived anew in turn', async () => {
    const [winter = 0] = await placesOfWinter();
    const [booked] = await rota.bookedAt(winter);
    await updated();
    await stage.stopReplicas();
    await stage.startReplica();
    await stage.keepZoneLaw();
    await stage.shiftClock(21 * dayMs);
    await stage.keepRotasFilled();
    const byTwoLaws = await charity.slots();
    expect(byTwoLaws.find(({ slotId }) => slotId === booked?.slotId)).toMatchObject({
      opensAt: anHourEarlier(booked?.slot.opensAt ?? ''),
    });
    await updated();
    expect((await charity.slots()).filter((slot) => !isByNewLaw(slot))).toEqual([]);
    expect(await moves()).toHaveLength(1);
  });

  it('keeps the booked one of two that would overlap; of two booked, the later begins when the earlier ends', async () => {
    accepted(await rota.end());
    const day = goesBackAt.slice(0, 4);
    const inUtc = (hours: readonly [string, string]) => oneOff(`${day}-12-01`, hours, 'UTC');
    const inLondon = (hours: readonly [string, string]) => oneOff(`${day}-12-01`, hours, 'Europe/London');
    const earlier = await inUtc(['08:00', '10:00']);
    const later = await inLondon(['10:00', '12:00']);
    const alsoEarlier = await inUtc(['14:00', '16:00']);
    const free = await inLondon(['16:00', '18:00']);
    for (const slot of [earlier, later, alsoEarlier]) await charity.book(slot, await charity.aReadyCurator());
    await updated();
    expect(
      (await charity.slots()).map(({ slotId, opensAt, closesAt }) => [
        slotId,
        opensAt.slice(11, 16),
        closesAt.slice(11, 16),
      ]),
    ).toEqual([
      [earlier.slotId, '08:00', '10:00'],
      [later.slotId, '10:00', '11:00'],
      [alsoEarlier.slotId, '14:00', '16:00'],
    ]);
    const table = await changes();
    expect(table.find(({ slotId }) => slotId === free.slotId)).toMatchObject({ after: null, told: null });
    expect(await moves()).toMatchObject([
      { data: { because: 'zoneLaw', opensAt: expect.stringMatching(/T10:00/) } },
    ]);
  });

  it('moves a whole winter that is booked without a gap', async () => {
    const everyDay = new RotaOnStage(stage, charity);
    accepted(await rota.end());
    accepted(
      await everyDay.define({
        startsOn: goesBackAt.slice(0, 10),
        recurrence: 'FREQ=DAILY;COUNT=20',
        opensAtTime: '12:00',
        closesAfterDays: 1,
        closesAtTime: '12:00',
      }),
    );
    await everyDay.bookedAt(...Array.from({ length: 20 }, (_, place) => place));
    await updated();
    const takeovers = (await charity.takeovers()).reverse();
    expect(await moves()).toHaveLength(20);
    for (const [index, { opensAt }] of takeovers.slice(1).entries())
      expect(opensAt).toBe(takeovers[index]?.closesAt);
  });

  it('leaves an open takeover open, and ends it by the new law', async () => {
    accepted(await rota.end());
    const inWinter = Date.parse(`${goesBackAt}Z`) + 30 * dayMs;
    const wall = (ms: number) => new Date(inWinter + ms).toISOString().slice(0, 16);
    const slot = await charity.addSlot(wall(0), wall(6 * hourMs));
    const { takeoverId } = await charity.book(slot, await charity.aReadyCurator());
    await stage.shiftClock(inWinter + hourMs - Date.now());
    await stage.look();
    await updated();
    expect(await charity.takeovers()).toMatchObject([
      { takeoverId, state: 'open', opensAt: slot.opensAt, closesAt: anHourEarlier(slot.closesAt) },
    ]);
  });

  const oneOff = async (day: string, [opens, closes]: readonly [string, string], zone: string) =>
    accepted(
      await charity.tryAddSlot({ opensAtWall: `${day}T${opens}`, closesAtWall: `${day}T${closes}`, zone }),
    );
});

/** The next change to winter time that is at least a quarter ahead, as the clocks show it. */
function nextAutumnIn(zone: string): string {
  let moment = Temporal.Now.zonedDateTimeISO(zone).add({ days: 90 });
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next) throw new Error(`${zone} has no summer time any more`);
    if (next.offsetNanoseconds === 0) return next.toPlainDateTime().toString({ smallestUnit: 'minute' });
    moment = next;
  }
}
