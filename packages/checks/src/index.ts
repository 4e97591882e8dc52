export { cardOf } from './all-checks.js';
export type { CheckCard, CheckSettings, DraftToCheck, PictureToCheck } from './check.js';
export { checkDraft, checkPictures } from './check-draft.js';
export { countryOfZone } from './country-of-zone.js';
export { isBlocked, isHeld, verdictOf } from './judge.js';
export { hasLink } from './length/has-link.js';
export { longestPost, weightedLength } from './length/weighted-length.js';
export { whatWasFound } from './what-was-found.js';
