import type { CheckName } from '@baton/contracts';
import { checksOfWords } from '../all-checks.js';
import { everythingAllowed } from '../everything-allowed.js';
import { isBlocked, isHeld, judge } from '../judge.js';
import { readWords } from '../reading/words.js';
import type { Sample } from './measure.js';
import { knownOnlyByPrints, syntheticPeople } from './synthetic-people.js';

/** Whether a post with these words would wait for a person, at a charity that holds what this check finds and nothing else. */
export function stops(check: CheckName): (sample: Sample) => boolean {
  const people = new Map<string, ReturnType<typeof knownOnlyByPrints>>(
    Object.entries(syntheticPeople).map(([as, person]) => [as, knownOnlyByPrints(person)]),
  );
  return ({ text, as = '', words = [] }) => {
    const policy = { ...everythingAllowed, [check]: 'hold', wordsToWatch: words };
    const settings = { policy, country: 'GB', self: people.get(as) } as const;
    const noticed = checksOfWords[check]?.ofWords(readWords(text), settings) ?? [];
    const findings = judge(check, noticed, policy);
    return isHeld(findings) || isBlocked(findings);
  };
}
