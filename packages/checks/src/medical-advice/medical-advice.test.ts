import { describe, expect, it } from '@jest/globals';
import { checkDraft } from '../check-draft.js';
import { everythingAllowed } from '../everything-allowed.js';
import { measure, needlessShare, recall, report, samplesOf } from '../measuring/measure.js';
import { retold } from '../measuring/retold.js';
import { stops } from '../measuring/stops.js';

const samples = samplesOf('medicalAdvice');
const look = (text: string) =>
  checkDraft(
    { text, pictures: [], poll: [] },
    { policy: { ...everythingAllowed, medicalAdvice: 'hold' }, country: 'GB' },
  );

describe('medical advice', () => {
  it.each([
    ['as it was written', samples],
    ['told in another way each', retold(samples)],
  ])('is found, and telling of oneself and asking are left alone, %s', (_, set) => {
    const measured = measure(stops('medicalAdvice'), set);
    process.stdout.write(`${report('medicalAdvice', measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.95);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.05);
  });

  it('is graver with the name of a medicine in it', () => {
    expect(look('You don’t need a doctor for that')).toMatchObject([{ severity: 'medium' }]);
    expect(look('You should stop taking ocrelizumab')).toMatchObject([{ severity: 'high' }]);
  });

  it('is not a name alone, nor a question', () => {
    expect(look('Ocrevus day today, snacks packed')).toEqual([]);
    expect(look('Should I stop gabapentin before the flight? I will ask my nurse')).toEqual([]);
  });
});
