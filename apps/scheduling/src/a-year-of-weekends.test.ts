import { expect, it } from '@jest/globals';
import { Stage } from './rehearsal/stage.js';
import { Year } from './rehearsal/year/simulate-year.js';
import { testify } from './rehearsal/year/witness.js';
import { figuresOf, yearTable } from './rehearsal/year/year-table.js';

const seed = Number(process.env['YEAR_SEED'] ?? 2013);
const curators = Number(process.env['YEAR_CURATORS'] ?? 40);
const zone = 'Europe/London';

it('R6, R13, R14: a year of weekends fills itself, and nothing opens late, twice, after its end or beside another', async () => {
  const stage = await Stage.open();
  try {
    await stage.doNotWaitForTheDisk();
    const charity = await stage.aCharity(zone);
    const begun = performance.now();
    const year = new Year(stage, charity, { curators, seed });
    await year.live();
    const seconds = (performance.now() - begun) / 1000;
    const facts = await stage.factsOf(charity.charityId);
    const told = testify(facts, zone);
    const rota = await figuresOf(stage, charity.charityId);
    console.log(yearTable(rota, told, year, { facts, seed, seconds, curators }));
    expect(rota.slots).toBeGreaterThanOrEqual(48);
    expect(rota.filled).toBeGreaterThan(rota.slots * 0.6);
    expect(told.longestLateMs).toBeLessThan(1_000);
    expect(told).toMatchObject({
      openedTwice: [],
      openedBeforeOrAfterTheirWindow: [],
      openWhileAnotherWas: [],
      notByTheClock: [],
    });
    // Both sides of the two clock changes that every year has here.
    expect(told.clocksSeen.toSorted()).toEqual(['5 17:30 +00:00', '5 17:30 +01:00']);
    expect(year.told.decisions).toBeLessThanOrEqual(2);
  } finally {
    await stage.close();
  }
}, 300_000);
