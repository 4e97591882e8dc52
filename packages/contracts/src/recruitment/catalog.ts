import { exportRecruitment } from '../tenancy/export-operations.js';
import * as advice from './advice-operations.js';
import * as buddies from './buddy-operations.js';
import * as nominations from './nomination-operations.js';
import * as recruitment from './operations.js';
import * as part from './part-operations.js';
import * as preparation from './preparation-operations.js';
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
  'request-curator-sign-in': recruitment.requestCuratorSignIn,
  'confirm-curator-sign-in': recruitment.confirmCuratorSignIn,
  'view-preparation': preparation.viewPreparation,
  'set-preparation': preparation.setPreparation,
  'view-my-preparation': preparation.viewMyPreparation,
  'view-advice-draft': advice.viewAdviceDraft,
  'save-advice-page': advice.saveAdvicePage,
  'order-advice-pages': advice.orderAdvicePages,
  'remove-advice-page': advice.removeAdvicePage,
  'add-advice-picture': advice.addAdvicePicture,
  'remove-advice-picture': advice.removeAdvicePicture,
  'publish-advice': advice.publishAdvice,
  'view-advice': advice.viewAdvice,
  'view-advice-picture': advice.viewAdvicePicture,
  'mark-advice-read': advice.markAdviceRead,
  'view-buddies': buddies.viewBuddies,
  'ask-for-buddy': buddies.askForBuddy,
  'offer-to-be-buddy': buddies.offerToBeBuddy,
  'end-buddy': buddies.endBuddy,
  'write-to-buddy': buddies.writeToBuddy,
  nominate: nominations.nominate,
  'pass-the-baton': nominations.passTheBaton,
  'view-nomination': nominations.viewNomination,
  'answer-nomination': nominations.answerNomination,
  'list-nominations': nominations.listNominations,
  'pause-part': part.pausePart,
  'resume-part': part.resumePart,
  'view-certificate': part.viewCertificate,
} as const;
