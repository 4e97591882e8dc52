import { type CheckSettings, checkDraft, countryOfZone } from '@baton/checks';
import type { CheckName } from '@baton/contracts';

/** `crisis`: somebody may be in danger now. `hard`: it tells of such a time, and is shown to whoever asks for it alone. */
export type Tone = 'plain' | 'hard' | 'crisis';

export interface WhatWordsAre {
  readonly tone: Tone;
  /** It has in it what tells who somebody is, or a link: it is quoted nowhere. */
  readonly tellsWho: boolean;
}

/** What would be a reason to quote somebody nowhere, whoever it tells of. */
const tells: readonly CheckName[] = ['contactDetails', 'identifiers', 'thirdParties', 'links'];

/** Everything is only noticed: what somebody tells in a survey is kept as they wrote it. */
const noticed: CheckSettings['policy'] = {
  crisis: 'warn',
  ownIdentity: 'allow',
  contactDetails: 'warn',
  identifiers: 'warn',
  thirdParties: 'warn',
  medicalAdvice: 'allow',
  links: 'warn',
  profanity: 'allow',
  shouting: 'allow',
  watchedWords: 'allow',
  altText: 'allow',
  wordsToWatch: [],
};

/** The same look that a post gets, before anybody reads it. `zone`: where the charity's people most likely live. */
export function lookAtWords(text: string, zone: string): WhatWordsAre {
  const settings = { policy: noticed, country: countryOfZone(zone) };
  const findings = checkDraft({ text, pictures: [], poll: [] }, settings);
  const crisis = findings.filter(({ check }) => check === 'crisis');
  const isNow = crisis.some(({ severity }) => severity !== 'low');
  return {
    tone: isNow ? 'crisis' : crisis.length > 0 ? 'hard' : 'plain',
    tellsWho: findings.some(({ check }) => tells.includes(check)),
  };
}
