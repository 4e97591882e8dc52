import { describe, expect, it } from '@jest/globals';
import { checkDraft } from '../check-draft.js';
import { everythingAllowed } from '../everything-allowed.js';
import { measure, needlessShare, recall, report, samplesOf } from '../measuring/measure.js';
import { retold } from '../measuring/retold.js';
import { stops } from '../measuring/stops.js';

const samples = samplesOf('crisis', 'crisis.posts', 'crisis.others');
const look = (text: string, crisis: 'warn' | 'hold' = 'hold') =>
  checkDraft({ text, pictures: [], poll: [] }, { policy: { ...everythingAllowed, crisis }, country: 'GB' });

describe('words of a crisis', () => {
  it.each([
    ['as they were written', samples],
    ['told in another way each', retold(samples)],
  ])('S1 reach a person, %s: at least 98 of 100, and at most 5 of 100 others are held', (_, set) => {
    const measured = measure(stops('crisis'), set);
    process.stdout.write(`${report('S1 crisis', measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.98);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.05);
  });

  it('S1 are a set of its own size: 500 to find, 1,000 to leave, by two hands', () => {
    const count = (label: string) => samples.filter((sample) => sample.label === label).length;
    expect(count('find')).toBeGreaterThanOrEqual(500);
    expect(count('leave')).toBeGreaterThanOrEqual(1_000);
  });

  it('S1 said between the lines are seen more often than not: no promise, and the figure is printed', () => {
    const hard = measure(stops('crisis'), samplesOf('crisis.held-out'));
    process.stdout.write(`${report('S1 crisis, not seen before', hard)}\n`);
    expect(recall(hard)).toBeGreaterThanOrEqual(0.6);
    expect(needlessShare(hard)).toBeLessThanOrEqual(0.1);
  });

  it('with a means or a moment are held whatever the policy says', () => {
    expect(look('I have taken an overdose', 'warn')).toMatchObject([{ verdict: 'hold', severity: 'high' }]);
    expect(look('I am feeling suicidal', 'warn')).toMatchObject([{ verdict: 'warn', severity: 'high' }]);
  });

  it('that are long over are shown help, and go', () => {
    expect(look('Ten years ago I wanted to die. Here is what helped')).toMatchObject([
      { verdict: 'warn', severity: 'low' },
    ]);
    expect(look('Ten years ago I didn’t want to be here. Today I watched my girl graduate')).toMatchObject([
      { verdict: 'warn', severity: 'low' },
    ]);
    expect(look('Ten years ago I wanted to die, and tonight it is back')).toMatchObject([
      { verdict: 'hold' },
    ]);
  });

  it.each([
    'I was diagnosed ten years ago. I have saved up my tablets.',
    'I was diagnosed ten years ago. I don’t want to be here any more',
  ])('are held though something else was long ago: %j', (text) => {
    expect(look(text)).toMatchObject([{ verdict: 'hold' }]);
  });

  it.each([
    'ive been putting some by since the clocks changed and I think ive nearly got what I need to be finished',
    'my girls would have a proper life if it wasnt for looking after me. be kinder if I wasnt about',
    'Shoot me now, the printer jammed. Also I want to die and I am not joking',
  ])('are heard where no phrase foresees them, and beside a figure of speech: %j', (text) => {
    expect(look(text)).toMatchObject([{ verdict: 'hold' }]);
  });

  it.each([
    'In an emergency ring 999, we cannot answer here at the weekend',
    'World Suicide Prevention Day: ask, listen, do not try to fix it',
  ])('are not held where they are a subject: %j', (text) => {
    expect(look(text).filter(({ verdict }) => verdict !== 'warn')).toEqual([]);
  });

  it('of violence at home have an answer of their own, which says that others can read along', () => {
    const [finding] = look('my husband hits me when he has been drinking');
    expect(finding?.suggestion).toContain('whoever hurts you');
    expect(finding?.suggestion).toContain('999, 112');
  });

  it('are marked where they stand, and never repeated', () => {
    const text = 'Soup is on. I don’t want to be here any more. Sorry.';
    const [finding] = look(text);
    expect(text.slice(finding?.span?.from, finding?.span?.to)).toContain('want to be here');
    expect(JSON.stringify(finding)).not.toContain('want to be here');
  });
});
