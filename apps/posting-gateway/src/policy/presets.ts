import type { PolicyOrigin, PolicyPreset, PolicyRules } from '@baton/contracts';
import { PolicyPreset as presetNames } from '@baton/contracts';

/** Three ways to begin. Where people could be hurt even the gentle one warns. */
export const presets: Record<PolicyPreset, { readonly summary: string; readonly rules: PolicyRules }> = {
  gentle: {
    summary: 'Trusts curators: they are warned and decide for themselves. For teams that know theirs well.',
    rules: { undoSeconds: 10, contactDetails: 'warn', altText: 'warn', review: 'flagged' },
  },
  standard: {
    summary:
      'A person looks at what could harm somebody; everything else goes. What most charities begin with.',
    rules: { undoSeconds: 10, contactDetails: 'hold', altText: 'warn', review: 'flagged' },
  },
  strict: {
    summary: 'A person looks at every post before it goes. Somebody must be on duty for the whole takeover.',
    rules: { undoSeconds: 30, contactDetails: 'block', altText: 'block', review: 'every' },
  },
};

/** Whose rules these are, whatever the charity's own words. */
export function originOf(rules: PolicyRules): PolicyOrigin {
  const same = presetNames.options.find((preset) => {
    const { undoSeconds, contactDetails, altText, review } = presets[preset].rules;
    return (
      rules.undoSeconds === undoSeconds &&
      rules.contactDetails === contactDetails &&
      rules.altText === altText &&
      rules.review === review
    );
  });
  return same ?? 'own';
}
