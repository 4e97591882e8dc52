import { type CheckSettings, checkDraft, countryOfZone } from '@baton/checks';
import type { CheckName } from '@baton/contracts';

/** Everything that can hurt its reader or tell who somebody is; how it is written is a follower’s own business. */
const rules: CheckSettings['policy'] = {
  crisis: 'hold',
  ownIdentity: 'allow',
  contactDetails: 'hold',
  identifiers: 'hold',
  thirdParties: 'hold',
  medicalAdvice: 'hold',
  links: 'hold',
  profanity: 'hold',
  shouting: 'allow',
  watchedWords: 'allow',
  altText: 'allow',
  wordsToWatch: [],
};

export interface CheckedWords {
  /** What was found, each once. */
  readonly kinds: readonly CheckName[];
  /** They speak of a crisis, also of one that is long over: help is shown. */
  readonly mayNeedHelp: boolean;
  /** They sound like one that is now: the team is called. */
  readonly isCrisis: boolean;
}

/** What a follower wrote, as the checks of posts see it. */
export function checkWords(text: string, zone: string): CheckedWords {
  if (text === '') return { kinds: [], mayNeedHelp: false, isCrisis: false };
  const findings = checkDraft(
    { text, pictures: [], poll: [] },
    { policy: rules, country: countryOfZone(zone) },
  ).filter(({ check }) => check !== 'length');
  const crises = findings.filter(({ check }) => check === 'crisis');
  return {
    kinds: [...new Set(findings.map(({ check }) => check))],
    mayNeedHelp: crises.length > 0,
    isCrisis: crises.some(({ severity }) => severity !== 'low'),
  };
}

const kindWords: Partial<Record<CheckName, string>> = {
  crisis: 'somebody may be in danger',
  contactDetails: 'contact details',
  identifiers: 'a number by which an office knows a person',
  thirdParties: 'who somebody is',
  medicalAdvice: 'advice about treatment',
  links: 'a link',
  profanity: 'hateful or rude words',
  controlCharacters: 'hidden characters',
};

/** What is found in words, without repeating them. */
export const whyHidden = (kinds: readonly CheckName[]): string =>
  `Hidden, because it may be hard to read or tell too much: ${kinds.map((kind) => kindWords[kind] ?? kind).join(', ')}. Look when you are ready.`;
