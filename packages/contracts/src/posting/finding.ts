import { z } from 'zod';

/** What is always looked for, whatever a charity's policy says: X would refuse it, or it could deceive a reader. */
const alwaysBlocking = ['length', 'attachments', 'controlCharacters'] as const;

/** What a charity's policy decides about, by what it protects. docs/policy.md explains each. */
export const policyChecks = [
  'crisis',
  'ownIdentity',
  'contactDetails',
  'identifiers',
  'thirdParties',
  'medicalAdvice',
  'links',
  'profanity',
  'shouting',
  'watchedWords',
  'altText',
] as const;

export const CheckName = z.enum([...alwaysBlocking, ...policyChecks]);
export type CheckName = z.infer<typeof CheckName>;

/** How much harm it could do, whatever the policy makes of it. */
export const Severity = z.enum(['low', 'medium', 'high']);
export type Severity = z.infer<typeof Severity>;

/** What becomes of a post with a finding: it goes, its author is warned, a person looks first, or it is not taken. */
export const Verdict = z.enum(['allow', 'warn', 'hold', 'block']);
export type Verdict = z.infer<typeof Verdict>;

/** What a check found in a text: where, how grave, and words a tired person understands. They never repeat what was written. */
export const Finding = z.object({
  check: CheckName,
  verdict: Verdict.exclude(['allow']),
  severity: Severity.default('medium'),
  /** UTF-16 offsets into the text; null where the finding is not about a place in it. */
  span: z.object({ from: z.int(), to: z.int() }).nullable(),
  /** Which picture of the post it is about, from 1; absent where it is about none. */
  picture: z.int().positive().optional(),
  explanation: z.string(),
  suggestion: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** What a charity decides about each check. What tells of a crisis is never thrown away and always reaches a person. */
export const CheckRules = z.object({
  /** Words of somebody who may be in danger. `warn`: it goes, and a moderator is called. */
  crisis: Verdict.extract(['warn', 'hold']),
  /** What tells who the curator is, where they did not choose to be known by it. */
  ownIdentity: Verdict,
  /** E-mail addresses, phone numbers, addresses. */
  contactDetails: Verdict,
  /** Numbers by which an office knows a person. */
  identifiers: Verdict,
  /** Who somebody else is. */
  thirdParties: Verdict,
  /** Telling others what to take or do about their illness. */
  medicalAdvice: Verdict,
  links: Verdict,
  profanity: Verdict,
  /** Capitals, repeated signs and repeated text. */
  shouting: Verdict,
  /** The charity's own list. */
  watchedWords: Verdict,
  /** A picture without a description. */
  altText: Verdict,
});
export type CheckRules = z.infer<typeof CheckRules>;
