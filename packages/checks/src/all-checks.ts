import type { CheckName } from '@baton/contracts';
import type { CheckCard, CheckOfDraft, CheckOfWords } from './check.js';
import { contactDetails } from './contact-details/check-contact-details.js';
import { crisis } from './crisis/check-crisis.js';
import { length } from './length/check-length.js';
import { profanity } from './manners/check-profanity.js';
import { shouting } from './manners/check-shouting.js';
import { watchedWords } from './manners/check-watched-words.js';
import { medicalAdvice } from './medical-advice/check-medical-advice.js';
import { ownIdentityCheck } from './own-identity/check-own-identity.js';
import { altText } from './pictures/check-alt-text.js';
import { attachments } from './pictures/check-attachments.js';
import { controlCharacters } from './reading/check-control-characters.js';

/** What is looked for wherever words are: in the text, in descriptions of pictures, in the options of a poll. */
export const checksOfWords: Partial<Record<CheckName, CheckOfWords>> = {
  controlCharacters,
  ownIdentity: ownIdentityCheck,
  crisis,
  contactDetails,
  medicalAdvice,
  profanity,
  shouting,
  watchedWords,
};

/** What is looked for in a post as a whole. */
export const checksOfDraft: Partial<Record<CheckName, CheckOfDraft>> = { length, attachments, altText };

/** What a person reads about a check. */
export function cardOf(name: CheckName): CheckCard | undefined {
  return (checksOfWords[name] ?? checksOfDraft[name])?.card;
}
