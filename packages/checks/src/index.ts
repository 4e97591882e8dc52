export { cardOf } from './all-checks.js';
export type { CheckCard, CheckSettings, DraftToCheck, PictureToCheck } from './check.js';
export { checkDraft, checkPictures } from './check-draft.js';
export { countryOfZone } from './country-of-zone.js';
export { isBlocked, isHeld, verdictOf } from './judge.js';
export { hasLink } from './length/has-link.js';
export { longestPost, weightedLength } from './length/weighted-length.js';
export { type Figure, figures } from './measuring/figures.js';
export { learnedFromSamples, whereLearned } from './measuring/lessons-of-crisis.js';
export { needlessShare, percent, precision, recall } from './measuring/measure.js';
export { tellsWho } from './own-identity/find-own-pieces.js';
export {
  type OwnIdentity,
  ownIdentity,
  printKeyOf,
  printRecipe,
  printsOf,
} from './own-identity/own-identity.js';
export { type IdentityToKeep, piecesOfIdentity } from './own-identity/pieces-of-identity.js';
export { type Reading, readingOf } from './reading/reading-age.js';
export { coreOf, type MentionToShield, shieldMentions } from './shield/shield-mentions.js';
export { whatWasFound } from './what-was-found.js';
