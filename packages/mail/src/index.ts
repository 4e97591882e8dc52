export { AddressRefused, isNobodyThere } from './address-refused.js';
export {
  answerOf,
  complaintAbout,
  deliveryReport,
  handIn,
  type MailFromOutside,
} from './from-outside.js';
export { htmlOf } from './html-of-text.js';
export { allLetters } from './letters/all-letters.js';
export { checkWords, type WordsProblem, warningsIn } from './letters/check-words.js';
export {
  type LetterDeclaration,
  type LetterLanguage,
  type LetterPurpose,
  type LetterWords,
  letterLanguages,
  type Place,
} from './letters/define-letter.js';
export { fillIn, type PlaceValues, samplesOf } from './letters/fill-in.js';
export { illnessIn } from './letters/illness-words.js';
export * from './letters/on-cover.js';
export * from './letters/on-preparing.js';
export * from './letters/on-surveys.js';
export * from './letters/on-weekends.js';
export * from './letters/to-alumni.js';
export * from './letters/to-applicants.js';
export * from './letters/to-curators.js';
export * from './letters/to-nominees.js';
export { type Letter, Mailer, type MailerOptions, type MailToSend } from './mailer.js';
export { applicantsWait } from './templates/applicants-wait.js';
export { type AuditDigestLetter, auditDigest } from './templates/audit-digest.js';
export { crisisNoticed } from './templates/crisis-noticed.js';
export { charityDeclined, confirmAboard } from './templates/for-charities.js';
export { slotUncovered, swapAwaitsTeam } from './templates/for-cover.js';
export { postHandedUp, teamIsLate } from './templates/for-moderators.js';
export { preFlightFailed, shiftBegins } from './templates/for-on-call.js';
export { type TeamInvitation, teamInvitation } from './templates/for-team.js';
export { mentionReported } from './templates/mention-reported.js';
export {
  type SignInCode,
  type SignInLink,
  signInCode,
  signInLink,
  stepUpCode,
} from './templates/sign-in-code.js';
export { stormBegan } from './templates/storm-began.js';
