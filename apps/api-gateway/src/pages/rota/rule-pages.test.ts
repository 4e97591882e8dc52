import type { RotaRuleKept } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { ruleIn, typedOf } from './rule-pages.js';

const rotaId = '0192e7a0-0000-7000-8000-000000000051';
const kept = (recurrence: string): RotaRuleKept => ({
  zone: 'Europe/London',
  startsOn: '2026-11-27',
  recurrence,
  opensAtTime: '17:30',
  closesAfterDays: 3,
  closesAtTime: '09:00',
});

describe('the form of a rule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=FR', { weekday: 'FR', everyWeeks: '1', recurrence: '' }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', { weekday: 'SA', everyWeeks: '2', recurrence: '' }],
    ['FREQ=WEEKLY;BYDAY=FR,SA', { recurrence: 'FREQ=WEEKLY;BYDAY=FR,SA' }],
    ['FREQ=WEEKLY;COUNT=4;BYDAY=FR', { recurrence: 'FREQ=WEEKLY;COUNT=4;BYDAY=FR' }],
    ['FREQ=MONTHLY;BYDAY=1FR', { recurrence: 'FREQ=MONTHLY;BYDAY=1FR' }],
  ])('shows %s where it can be changed without a loss', (recurrence, shown) => {
    expect(typedOf(rotaId, kept(recurrence))).toMatchObject(shown);
  });

  it('sends a rule that nobody has touched as it was', () => {
    const rule = kept('FREQ=MONTHLY;BYDAY=1FR');
    expect(ruleIn(typedOf(rotaId, rule))).toEqual({ rotaId, ...rule });
  });

  it('leaves what is no number to the operation, which says so', () => {
    expect(
      ruleIn({ ...typedOf(rotaId, kept('FREQ=WEEKLY;BYDAY=FR')), closesAfterDays: 'two' }),
    ).toMatchObject({
      closesAfterDays: 'two',
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR',
    });
  });
});
