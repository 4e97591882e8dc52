import type { CheckSettings } from './check.js';

/** A policy that says nothing, for a test to put its own rule into. A crisis cannot be allowed away. */
export const everythingAllowed: CheckSettings['policy'] = {
  crisis: 'warn',
  ownIdentity: 'allow',
  contactDetails: 'allow',
  identifiers: 'allow',
  thirdParties: 'allow',
  medicalAdvice: 'allow',
  links: 'allow',
  profanity: 'allow',
  shouting: 'allow',
  watchedWords: 'allow',
  altText: 'allow',
  wordsToWatch: [],
};
