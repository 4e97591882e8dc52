import type { CheckName } from '@baton/contracts';
import { checkDraft } from '../check-draft.js';
import { everythingAllowed } from '../everything-allowed.js';
import { isBlocked, isHeld } from '../judge.js';
import type { Sample } from './measure.js';
import { knownOnlyByPrints, syntheticPeople } from './synthetic-people.js';

/** Whether a post with these words would wait for a person, at a charity that holds what this check finds and nothing else. */
export function stops(check: CheckName): (sample: Sample) => boolean {
  const people = new Map<string, ReturnType<typeof knownOnlyByPrints>>(
    Object.entries(syntheticPeople).map(([as, person]) => [as, knownOnlyByPrints(person)]),
  );
  return ({ text, as = '', words = [] }) => {
    const policy = { ...everythingAllowed, [check]: 'hold', wordsToWatch: words };
    const findings = checkDraft(
      { text, pictures: [], poll: [] },
      { policy, country: 'GB', self: people.get(as) },
    ).filter((finding) => finding.check === check);
    return isHeld(findings) || isBlocked(findings);
  };
}
