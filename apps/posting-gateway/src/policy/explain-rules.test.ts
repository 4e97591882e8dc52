import { PolicyPreset } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { explainRules } from './explain-rules.js';
import { originOf, presets } from './presets.js';

describe('the presets of a policy', () => {
  it.each(PolicyPreset.options)('%s explains each of its rules, and is recognised by them', (preset) => {
    const { rules } = presets[preset];
    const explained = explainRules(rules);
    expect(explained.map(({ rule }) => rule).sort()).toEqual(Object.keys(rules).sort());
    expect(originOf(rules)).toBe(preset);
  });

  it('are no longer one with another rule', () => {
    expect(originOf({ ...presets.strict.rules, undoSeconds: 31 })).toBe('own');
  });

  it('get no milder from gentle to strict', () => {
    const severity = ['allow', 'warn', 'hold', 'block'];
    const [gentle, standard, strict] = PolicyPreset.options.map((preset) => presets[preset].rules);
    for (const rule of ['contactDetails', 'altText'] as const) {
      const grades = [gentle, standard, strict].map((rules) => severity.indexOf(rules?.[rule] ?? ''));
      expect(grades).toEqual([...grades].sort());
    }
    expect([gentle?.review, standard?.review, strict?.review]).toEqual(['flagged', 'flagged', 'every']);
  });
});
