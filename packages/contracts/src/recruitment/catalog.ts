import { exportRecruitment } from '../tenancy/export-operations.js';
import * as board from './board-operations.js';
import * as conversation from './conversation-operations.js';
import * as decision from './decision-operations.js';
import * as history from './history-operations.js';
import * as recruitment from './operations.js';
import * as ownPage from './own-page-operations.js';
import * as privacy from './privacy-operations.js';
import * as screening from './screening-operations.js';

/** Every operation that recruitment answers, by its name. */
export const recruitmentOperations = {
  'open-call': recruitment.openCall,
  'export-records': exportRecruitment,
  'view-call': recruitment.viewCall,
  apply: recruitment.apply,
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
  'request-curator-sign-in': recruitment.requestCuratorSignIn,
  'confirm-curator-sign-in': recruitment.confirmCuratorSignIn,
} as const;
