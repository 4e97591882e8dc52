import { exportRecruitment } from '../tenancy/export-operations.js';
import * as advice from './advice-operations.js';
import { apply } from './apply-operation.js';
import * as buddies from './buddy-operations.js';
import * as calls from './call-operations.js';
import * as recruitment from './operations.js';
import * as preparation from './preparation-operations.js';
import * as privacy from './privacy-operations.js';
import * as savedForms from './saved-form-operations.js';
import * as screening from './screening-operations.js';
import * as setAside from './set-aside-operations.js';
import { viewVariety } from './variety-operations.js';

/** Every operation that recruitment answers, by its name. */
export const recruitmentOperations = {
  'open-call': calls.openCall,
  'change-call': calls.changeCall,
  'close-call': calls.closeCall,
  'list-calls': calls.listCalls,
  'list-open-calls': calls.listOpenCalls,
  'export-records': exportRecruitment,
  'view-call': calls.viewCall,
  'save-form': savedForms.saveForm,
  'open-saved-form': savedForms.openSavedForm,
  'discard-saved-form': savedForms.discardSavedForm,
  apply,
  'list-set-aside-applications': setAside.listSetAsideApplications,
  'rescue-application': setAside.rescueApplication,
  'view-variety': viewVariety,
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
} as const;
