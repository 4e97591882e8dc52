import { describe, expect, it } from '@jest/globals';
import { measure, needlessShare, precision, recall, report, samplesOf } from '../measuring/measure.js';
import { retold } from '../measuring/retold.js';
import { stops } from '../measuring/stops.js';

const sets = ['contactDetails', 'identifiers'] as const;
const builtWith = (check: string) => samplesOf(check, `${check}.posts`, `${check}.others`);

describe('contact details and numbers somebody is known by', () => {
  it.each(sets)('S2 %s: at least 99 of 100 are caught, obfuscated too', (check) => {
    const measured = measure(stops(check), builtWith(check));
    process.stdout.write(`${report(`S2 ${check}`, measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.99);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.02);
  });

  it('S2 are sets of their own size: 500 to find, 700 to leave', () => {
    const all = sets.flatMap(builtWith);
    expect(all.filter(({ label }) => label === 'find').length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ label }) => label === 'leave').length).toBeGreaterThanOrEqual(700);
  });
});

/** What was written after a check was built is the honest measure: each says how much of it is seen at least. */
describe.each([
  ['contactDetails', 0.75],
  ['identifiers', 0.9],
  ['thirdParties', 0.9],
  ['links', 0.9],
] as const)('S2 %s, on what it was not built with', (check, least) => {
  it(`sees ${least * 100} of 100 at least, and of ten it stops nine rightly`, () => {
    const measured = measure(stops(check), samplesOf(`${check}.held-out`));
    process.stdout.write(`${report(`S2 ${check}, held out`, measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(least);
    expect(precision(measured)).toBeGreaterThanOrEqual(0.9);
  });
});

describe.each(['thirdParties', 'links'] as const)('%s', (check) => {
  it.each([
    ['as they were written', samplesOf(check)],
    ['with invisible characters', retold(samplesOf(check)).filter(({ kind }) => kind.includes('zero width'))],
  ])('are noticed, %s', (_, samples) => {
    const measured = measure(stops(check), samples);
    process.stdout.write(`${report(check, measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.9);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.1);
  });
});
