import type { CheckName } from '@baton/contracts';
import type { CheckCard, CheckOfDraft, CheckOfWords } from './check.js';
import { contactDetails } from './contact-details/check-contact-details.js';
import { crisis } from './crisis/check-crisis.js';
import { identifiersCheck } from './identifiers/check-identifiers.js';
import { length } from './length/check-length.js';
import { links } from './links/check-links.js';
import { profanity } from './manners/check-profanity.js';
import { shouting } from './manners/check-shouting.js';
import { watchedWords } from './manners/check-watched-words.js';
import { medicalAdvice } from './medical-advice/check-medical-advice.js';
import { ownIdentityCheck } from './own-identity/check-own-identity.js';
import { altText } from './pictures/check-alt-text.js';
import { attachments } from './pictures/check-attachments.js';
import { controlCharacters } from './reading/check-control-characters.js';
import { thirdParties } from './third-parties/check-third-parties.js';

/** What is looked for wherever words are: in the text, in descriptions of pictures, in the options of a poll. */
const words = {
  controlCharacters,
  ownIdentity: ownIdentityCheck,
  crisis,
  contactDetails,
  identifiers: identifiersCheck,
  thirdParties,
  medicalAdvice,
  links,
  profanity,
  shouting,
  watchedWords,
} satisfies Partial<Record<CheckName, CheckOfWords>>;

/** What is looked for in a post as a whole. */
const drafts = { length, attachments, altText } satisfies Partial<Record<CheckName, CheckOfDraft>>;

/** Every name in the contract has its check; without one this would not compile. */
const cards: Record<CheckName, { readonly card: CheckCard }> = { ...words, ...drafts };

export const checksOfWords: Partial<Record<CheckName, CheckOfWords>> = words;
export const checksOfDraft: Partial<Record<CheckName, CheckOfDraft>> = drafts;

/** What a person reads about a check. */
export const cardOf = (name: CheckName): CheckCard => cards[name].card;
