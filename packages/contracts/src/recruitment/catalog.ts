import { exportRecruitment } from '../tenancy/export-operations.js';
import * as advice from './advice-operations.js';
import { apply } from './apply-operation.js';
import * as board from './board-operations.js';
import * as buddies from './buddy-operations.js';
import * as calls from './call-operations.js';
import * as conversation from './conversation-operations.js';
import * as decision from './decision-operations.js';
import * as history from './history-operations.js';
import * as letters from './letter-operations.js';
import * as mail from './mail-operations.js';
import * as nominations from './nomination-operations.js';
import * as recruitment from './operations.js';
import * as ownPage from './own-page-operations.js';
import * as part from './part-operations.js';
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
  'view-set-aside-application': setAside.viewSetAsideApplication,
  'rescue-application': setAside.rescueApplication,
  'view-variety': viewVariety,
  'view-board': board.viewBoard,
  'list-applications': screening.listApplications,
  'accept-application': decision.acceptApplication,
  'view-application': screening.viewApplication,
  'decline-application': decision.declineApplication,
  'put-off-application': decision.putOffApplication,
  'take-back-decision': decision.takeBackDecision,
  'decide-applications': decision.decideApplications,
  'list-kind-words': decision.listKindWords,
  'set-screening-target': board.setScreeningTarget,
  'list-application-history': history.listApplicationHistory,
  'ask-applicant': conversation.askApplicant,
  'take-back-question': conversation.takeBackQuestion,
  'mark-read': conversation.markRead,
  'list-conversation': conversation.listConversation,
  'write-to-team': conversation.writeToTeam,
  'request-own-link': ownPage.requestOwnLink,
  'view-own-application': ownPage.viewOwnApplication,
  'answer-team': ownPage.answerTeam,
  'set-own-mail-wishes': ownPage.setOwnMailWishes,
  'withdraw-application': ownPage.withdrawApplication,
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
