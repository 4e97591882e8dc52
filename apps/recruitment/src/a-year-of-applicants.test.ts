import { expect, it } from '@jest/globals';
import { Stage } from './rehearsal/stage.js';
import { testifyAboutMails } from './rehearsal/year/mail-witness.js';
import { Year } from './rehearsal/year/simulate-year.js';
import { figuresOf, yearTable } from './rehearsal/year/year-table.js';

const seed = Number(process.env['YEAR_SEED'] ?? 2013);
/** The whole year is of 400 (docs/proofs/recruitment-year.md); every test run lives a smaller one. */
const applicants = Number(process.env['YEAR_APPLICANTS'] ?? 60);

/** A year has thousands of commits, and nothing here is about what a crash leaves: nobody waits for the disk. */
const doNotWaitForTheDisk = `
  DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`;

it('a year of applicants takes people few decisions, and every mail goes once and for a reason that stands', async () => {
  const stage = await Stage.open();
  try {
    await stage.whileStopped(() => stage.asOwner(doNotWaitForTheDisk));
    const charity = await stage.aCharity('Shine MS', 'theUsual');
    const begun = performance.now();
    const year = new Year(stage, charity, { applicants, seed });
    await year.live();
    const seconds = (performance.now() - begun) / 1000;
    const mails = await testifyAboutMails(stage, charity.charityId);
    const told = await figuresOf(stage, charity.charityId, year);
    console.log(yearTable(told, mails, year, { seed, seconds }));
    expect(told.applications + year.told.tooYoung).toBe(applicants + year.told.again);
    expect(told.weekends).toBeGreaterThan(applicants / 10);
    expect(told.decisionsPerCurator).toBeLessThanOrEqual(3);
    expect(mails.sent).toBeGreaterThan(applicants * 2);
    expect({ twice: mails.twice, afterItsReason: mails.afterItsReason }).toEqual({
      twice: [],
      afterItsReason: [],
    });
  } finally {
    await stage.close();
  }
}, 600_000);
