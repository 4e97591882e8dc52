import type { PolicyRules } from '@baton/contracts';

type Verdict = PolicyRules['contactDetails'];

const contactDetails: Record<Verdict, string> = {
  allow: 'Phone numbers and e-mail addresses in a post are not looked at.',
  warn: 'A curator is warned about a phone number or an e-mail address in a post, and decides.',
  hold: 'A post with a phone number or an e-mail address in it waits until a person of the team has looked at it.',
  block: 'A post with a phone number or an e-mail address in it is not taken until that is removed.',
};

const altText: Record<Verdict, string> = {
  allow: 'Pictures go out with or without a description.',
  warn: 'A curator is reminded to describe a picture for people who cannot see it, and decides.',
  hold: 'A post with a picture without a description waits until a person of the team has looked at it.',
  block: 'A picture without a description for people who cannot see it is not taken.',
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
  { rule: 'contactDetails', words: contactDetails[rules.contactDetails] },
  { rule: 'altText', words: altText[rules.altText] },
  {
    rule: 'undoSeconds',
    words:
      rules.undoSeconds === 0
        ? 'A post goes out at once and cannot be taken back first.'
        : `A curator can take a post back for ${rules.undoSeconds} seconds before it goes out.`,
  },
];
