import type { CheckName, CheckRules, Finding, Verdict } from '@baton/contracts';
import type { Observation } from './check.js';

/** What becomes of what a check noticed, by the charity's policy; what is allowed is no finding. */
export const judge = (check: CheckName, noticed: readonly Observation[], rules: CheckRules): Finding[] =>
  noticed.flatMap(({ always, ...observation }) => {
    const verdict = always ?? ruleFor(check, rules);
    return verdict === 'allow' ? [] : [{ check, verdict, ...observation }];
  });

/** What has no rule cannot go out at all: X would refuse it, or it could deceive a reader. */
const ruleFor = (check: CheckName, rules: CheckRules): Verdict =>
  check in rules ? rules[check as keyof CheckRules] : 'block';

/** What becomes of a post with these findings: the gravest of their verdicts. */
export const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (isBlocked(findings)) return 'block';
  if (isHeld(findings)) return 'hold';
  return findings.length > 0 ? 'warn' : 'allow';
};

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'block');

export const isHeld = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'hold');
