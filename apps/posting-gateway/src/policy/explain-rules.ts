import { cardOf } from '@baton/checks';
import { CheckRules, type PolicyRules, type Verdict } from '@baton/contracts';

/** What happens to a post in which a check finds something. */
const whatHappens: Record<Verdict, string> = {
  allow: 'It goes out, and nobody is told.',
  warn: 'Its author is told before it goes, and decides.',
  hold: 'It waits until a person of the team has looked at it.',
  block: 'It is not taken until that is changed.',
};

const crisis: Record<CheckRules['crisis'], string> = {
  warn: 'Words of somebody who may be in danger: they are shown where to find help at once, a moderator is called, and the post goes out.',
  hold: 'Words of somebody who may be in danger: they are shown where to find help at once, a moderator is called, and the post waits for them.',
};

const review: Record<PolicyRules['review'], string> = {
  flagged: 'A person of the team looks at what a check has flagged; everything else goes out by itself.',
  every: 'A person of the team looks at every post of a curator before it goes out.',
};

/** What each rule of a policy does, as a person reads it. */
export const explainRules = (
  rules: PolicyRules,
): { readonly rule: keyof PolicyRules; readonly words: string }[] => [
  { rule: 'review', words: review[rules.review] },
  ...CheckRules.keyof().options.map((rule) => ({ rule, words: wordsForCheck(rule, rules) })),
  {
    rule: 'undoSeconds',
    words:
      rules.undoSeconds === 0
        ? 'A post goes out at once and cannot be taken back first.'
        : `A curator can take a post back for ${rules.undoSeconds} seconds before it goes out.`,
  },
];

function wordsForCheck(check: keyof CheckRules, rules: CheckRules): string {
  if (check === 'crisis') return crisis[rules.crisis];
  const name = cardOf(check).name;
  return `A post with ${name} in it: ${whatHappens[rules[check]].toLowerCase()}`;
}
