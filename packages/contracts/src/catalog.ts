import * as auditEvents from './audit/events.js';
import * as audit from './audit/operations.js';
import type { EventDeclaration } from './define/define-event.js';
import type { Operation } from './define/define-operation.js';
import type { ServiceName } from './define/service-name.js';
import * as feedbackEvents from './feedback/events.js';
import * as feedback from './feedback/operations.js';
import * as people from './people/operations.js';
import * as postingEvents from './posting/events.js';
import * as posting from './posting/operations.js';
import * as recruitmentEvents from './recruitment/events.js';
import * as recruitment from './recruitment/operations.js';
import * as privacy from './recruitment/privacy-operations.js';
import * as schedulingEvents from './scheduling/events.js';
import * as scheduling from './scheduling/operations.js';
import * as brand from './tenancy/brand-operations.js';
import * as tenancyEvents from './tenancy/events.js';
import * as exporting from './tenancy/export-operations.js';
import * as keys from './tenancy/key-operations.js';
import * as leaving from './tenancy/leaving-operations.js';
import * as onboarding from './tenancy/onboarding-operations.js';
import * as tenancy from './tenancy/operations.js';
import * as retention from './tenancy/retention-operations.js';
import * as setUp from './tenancy/set-up-operations.js';
import * as standing from './tenancy/standing-operations.js';
import * as team from './tenancy/team-operations.js';

/** Every operation, by the service that answers it and its name. */
export const operations = {
  'api-gateway': {
    'register-charity': tenancy.registerCharity,
    'view-charity': tenancy.viewCharity,
    'list-charities': tenancy.listCharities,
    'apply-aboard': onboarding.applyAboard,
    'confirm-aboard': onboarding.confirmAboard,
    'list-aboard': onboarding.listAboard,
    'approve-charity': onboarding.approveCharity,
    'decline-charity': onboarding.declineCharity,
    'suspend-charity': standing.suspendCharity,
    'resume-charity': standing.resumeCharity,
    'view-set-up': setUp.viewSetUp,
    'view-brand': brand.viewBrand,
    'set-brand': brand.setBrand,
    'view-retention': retention.viewRetention,
    'set-retention': retention.setRetention,
    'invite-member': team.inviteMember,
    'list-invitations': team.listInvitations,
    'resend-invitation': team.resendInvitation,
    'withdraw-invitation': team.withdrawInvitation,
    'view-invitation': team.viewInvitation,
    'accept-invitation': team.acceptInvitation,
    'list-members': team.listMembers,
    'reveal-member-address': team.revealMemberAddress,
    'change-role': team.changeRole,
    'remove-member': team.removeMember,
    'begin-export': exporting.beginExport,
    'view-export': exporting.viewExport,
    'download-export': exporting.downloadExport,
    'view-leaving': leaving.viewLeaving,
    'begin-leaving': leaving.beginLeaving,
    'stay-aboard': leaving.stayAboard,
    'erase-charity': leaving.eraseCharityNow,
    'make-key': keys.makeKey,
    'list-keys': keys.listKeys,
    'revoke-key': keys.revokeKey,
    'request-staff-sign-in': people.requestStaffSignIn,
    'open-staff-session': people.openStaffSession,
    'open-session-by-link': people.openSessionByLink,
    'open-session-by-second-factor': people.openSessionBySecondFactor,
    'begin-passkey-sign-in': people.beginPasskeySignIn,
    'open-session-by-passkey': people.openSessionByPasskey,
    'open-curator-session': people.openCuratorSession,
    'view-session': people.viewSession,
    'close-session': people.closeSession,
    'list-sessions': people.listSessions,
    'end-session': people.endSession,
    'end-other-sessions': people.endOtherSessions,
    'list-curator-sessions': people.listCuratorSessions,
    'end-curator-session': people.endCuratorSession,
    'end-other-curator-sessions': people.endOtherCuratorSessions,
    'request-step-up-code': people.requestStepUpCode,
    'step-up': people.stepUp,
    'view-sign-in-methods': people.viewSignInMethods,
    'begin-passkey': people.beginPasskey,
    'add-passkey': people.addPasskey,
    'rename-passkey': people.renamePasskey,
    'remove-passkey': people.removePasskey,
    'begin-second-factor': people.beginSecondFactor,
    'confirm-second-factor': people.confirmSecondFactor,
    'renew-backup-codes': people.renewBackupCodes,
    'remove-second-factor': people.removeSecondFactor,
    'forget-device': people.forgetDevice,
    'list-audit': audit.listAudit,
    'list-platform-audit': audit.listPlatformAudit,
    'verify-audit': audit.verifyAudit,
    'export-audit': audit.exportAudit,
    'view-audit-digests': audit.viewAuditDigests,
    'view-audit-mailing': audit.viewAuditMailing,
    'set-audit-mailing': audit.setAuditMailing,
  },
  recruitment: {
    'open-call': recruitment.openCall,
    'export-records': exporting.exportRecruitment,
    'view-call': recruitment.viewCall,
    apply: recruitment.apply,
    'list-applications': recruitment.listApplications,
    'accept-application': recruitment.acceptApplication,
    'decline-application': recruitment.declineApplication,
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
  },
  scheduling: {
    'define-rota': scheduling.defineRota,
    'export-records': exporting.exportScheduling,
    'add-slot': scheduling.addSlot,
    'list-slots': scheduling.listSlots,
    'book-slot': scheduling.bookSlot,
    'list-takeovers': scheduling.listTakeovers,
    'view-on-air': scheduling.viewOnAir,
  },
  'posting-gateway': {
    'list-scopes': posting.listScopes,
    'export-records': exporting.exportPosting,
    'export-picture': exporting.exportPicture,
    'begin-connection': posting.beginConnection,
    'finish-connection': posting.finishConnection,
    'disconnect-account': posting.disconnectAccount,
    'view-account': posting.viewAccount,
    'list-policy-presets': posting.listPolicyPresets,
    'set-policy': posting.setPolicy,
    'view-policy': posting.viewPolicy,
    'list-signposting-presets': posting.listSignpostingPresets,
    'set-signposting': posting.setSignposting,
    'view-signposting': posting.viewSignposting,
    'begin-media': posting.beginMedia,
    'append-media': posting.appendMedia,
    'finish-media': posting.finishMedia,
    'check-post': posting.checkPost,
    'submit-posts': posting.submitPosts,
    'list-posts': posting.listPosts,
    'view-post': posting.viewPost,
    'withdraw-post': posting.withdrawPost,
    'list-inbox': posting.listInbox,
    'list-review-queue': posting.listReviewQueue,
    'decide-post': posting.decidePost,
    'resolve-unknown': posting.resolveUnknown,
    'set-switch': posting.setSwitch,
    'release-switch': posting.releaseSwitch,
    'view-switch': posting.viewSwitch,
  },
  feedback: {
    'list-surveys': feedback.listSurveys,
    'export-records': exporting.exportFeedback,
    'view-survey': feedback.viewSurvey,
    'answer-survey': feedback.answerSurvey,
    'open-analyst-feed': feedback.openAnalystFeed,
  },
} as const satisfies Record<ServiceName, Record<string, Operation>>;

/** Every event, by type and version. */
export const events = {
  'charity.registered.v1': tenancyEvents.charityRegistered,
  'charity.standing-changed.v1': tenancyEvents.charityStandingChanged,
  'charity.erased.v1': tenancyEvents.charityErased,
  'retention.set.v1': tenancyEvents.retentionSet,
  'tenancy.audited.v1': auditEvents.tenancyAudited,
  'application.submitted.v1': recruitmentEvents.applicationSubmitted,
  'application.accepted.v1': recruitmentEvents.applicationAccepted,
  'application.declined.v1': recruitmentEvents.applicationDeclined,
  'curator.ready.v1': recruitmentEvents.curatorReady,
  'curator.left.v1': recruitmentEvents.curatorLeft,
  'consent.withdrawn.v1': recruitmentEvents.consentWithdrawn,
  'recruitment.audited.v1': auditEvents.recruitmentAudited,
  'takeover.scheduled.v1': schedulingEvents.takeoverScheduled,
  'takeover.opened.v1': schedulingEvents.takeoverOpened,
  'takeover.closed.v1': schedulingEvents.takeoverClosed,
  'scheduling.audited.v1': auditEvents.schedulingAudited,
  'post.published.v1': postingEvents.postPublished,
  'post.held.v1': postingEvents.postHeld,
  'post.decided.v1': postingEvents.postDecided,
  'post.rejected.v1': postingEvents.postRejected,
  'post.outcome-unknown.v1': postingEvents.postOutcomeUnknown,
  'post.missed-window.v1': postingEvents.postMissedWindow,
  'post.deleted.v1': postingEvents.postDeleted,
  'mention.received.v1': postingEvents.mentionReceived,
  'account.connected.v1': postingEvents.accountConnected,
  'account.needs-reconnecting.v1': postingEvents.accountNeedsReconnecting,
  'account.disconnected.v1': postingEvents.accountDisconnected,
  'policy.set.v1': postingEvents.policySet,
  'signposting.set.v1': postingEvents.signpostingSet,
  'switch.changed.v1': postingEvents.switchChanged,
  'posting.audited.v1': auditEvents.postingAudited,
  'survey.opened.v1': feedbackEvents.surveyOpened,
  'survey.answered.v1': feedbackEvents.surveyAnswered,
  'experience.recorded.v1': feedbackEvents.experienceRecorded,
  'feedback.audited.v1': auditEvents.feedbackAudited,
} as const satisfies Record<string, EventDeclaration>;

export const allOperations: readonly Operation[] = Object.values(operations).flatMap((owned) =>
  Object.values(owned),
);
export const allEvents: readonly EventDeclaration[] = Object.values(events);
