import { type PolicyOrigin, PolicyPreset, PolicyRules } from '@baton/contracts';

/** Three ways to begin. Where people could be hurt even the gentle one warns, and it holds what would out its curator. */
export const presets: Record<PolicyPreset, { readonly summary: string; readonly rules: PolicyRules }> = {
  gentle: {
    summary: 'Trusts curators: they are warned and decide for themselves. For teams that know theirs well.',
    rules: {
      ...{ undoSeconds: 10, review: 'flagged' },
      ...{ crisis: 'warn', ownIdentity: 'hold', contactDetails: 'warn', identifiers: 'hold' },
      ...{ thirdParties: 'warn', medicalAdvice: 'warn', links: 'allow', profanity: 'allow' },
      ...{ shouting: 'allow', watchedWords: 'warn', altText: 'warn' },
    },
  },
  standard: {
    summary:
      'A person looks at what could harm somebody; everything else goes. What most charities begin with.',
    rules: {
      ...{ undoSeconds: 10, review: 'flagged' },
      ...{ crisis: 'hold', ownIdentity: 'hold', contactDetails: 'hold', identifiers: 'hold' },
      ...{ thirdParties: 'warn', medicalAdvice: 'hold', links: 'allow', profanity: 'warn' },
      ...{ shouting: 'allow', watchedWords: 'hold', altText: 'warn' },
    },
  },
  strict: {
    summary: 'A person looks at every post before it goes. Somebody must be on duty for the whole takeover.',
    rules: {
      ...{ undoSeconds: 30, review: 'every' },
      ...{ crisis: 'hold', ownIdentity: 'block', contactDetails: 'block', identifiers: 'block' },
      ...{ thirdParties: 'hold', medicalAdvice: 'hold', links: 'hold', profanity: 'hold' },
      ...{ shouting: 'warn', watchedWords: 'block', altText: 'block' },
    },
  },
};

/** Whose rules these are, whatever the charity's own words. */
export function originOf(rules: PolicyRules): PolicyOrigin {
  const same = PolicyPreset.options.find((preset) =>
    PolicyRules.keyof().options.every((rule) => rules[rule] === presets[preset].rules[rule]),
  );
  return same ?? 'own';
}
