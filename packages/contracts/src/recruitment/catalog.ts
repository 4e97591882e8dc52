import { exportRecruitment } from '../tenancy/export-operations.js';
import * as letters from './letter-operations.js';
import * as mail from './mail-operations.js';
import * as recruitment from './operations.js';
import * as privacy from './privacy-operations.js';
import * as screening from './screening-operations.js';

/** Every operation that recruitment answers, by its name. */
export const recruitmentOperations = {
  'open-call': recruitment.openCall,
  'export-records': exportRecruitment,
  'view-call': recruitment.viewCall,
  apply: recruitment.apply,
  'list-applications': screening.listApplications,
  'accept-application': screening.acceptApplication,
  'view-application': screening.viewApplication,
  'decline-application': screening.declineApplication,
  'put-off-application': screening.putOffApplication,
  'take-back-decision': screening.takeBackDecision,
  'note-on-application': screening.noteOnApplication,
  'remove-application-note': screening.removeApplicationNote,
  'publish-agreement': recruitment.publishAgreement,
  'view-agreement': recruitment.viewAgreement,
  'accept-agreement': recruitment.acceptAgreement,
  'view-me': recruitment.viewMe,
  'reveal-identity': recruitment.revealIdentity,
  'list-vault-openings': recruitment.listVaultOpenings,
  'view-my-data': privacy.viewMyData,
  'download-my-data': privacy.downloadMyData,
  'correct-my-data': privacy.correctMyData,
  'confirm-my-address': privacy.confirmMyAddress,
  leave: privacy.leave,
  'erase-person': privacy.erasePerson,
  'view-consents': privacy.viewConsents,
  'give-consent': privacy.giveConsent,
  'withdraw-consent': privacy.withdrawConsent,
  'list-letters': letters.listLetters,
  'view-letter': letters.viewLetter,
  'set-letter': letters.setLetter,
  'reset-letter': letters.resetLetter,
  'preview-letter': letters.previewLetter,
  'view-mail-wishes': mail.viewMailWishes,
  'set-mail-wishes': mail.setMailWishes,
  'view-mail-sender': mail.viewMailSender,
  'set-mail-sender': mail.setMailSender,
  unsubscribe: mail.unsubscribe,
  'request-curator-sign-in': recruitment.requestCuratorSignIn,
  'confirm-curator-sign-in': recruitment.confirmCuratorSignIn,
} as const;
