export { AddressRefused } from './address-refused.js';
export { type Letter, Mailer, type MailerOptions } from './mailer.js';
export { type AuditDigestLetter, auditDigest } from './templates/audit-digest.js';
export { crisisNoticed } from './templates/crisis-noticed.js';
export {
  applicationAccepted,
  applicationDeclined,
  applicationPutOff,
  applicationReceived,
  appliedAlready,
} from './templates/for-applicants.js';
export { charityDeclined, confirmAboard } from './templates/for-charities.js';
export { surveyInvitation, takeoverBooked } from './templates/for-curators.js';
export { postHandedUp, teamIsLate } from './templates/for-moderators.js';
export { confirmAddress } from './templates/for-people.js';
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
