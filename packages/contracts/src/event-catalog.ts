import * as auditEvents from './audit/events.js';
import type { EventDeclaration } from './define/define-event.js';
import * as analystEvents from './feedback/analyst-events.js';
import * as crisisEvents from './feedback/crisis-events.js';
import * as surveyEvents from './feedback/survey-events.js';
import * as costEvents from './posting/cost-events.js';
import * as engagementEvents from './posting/engagement-events.js';
import * as postingEvents from './posting/events.js';
import * as rehearsalEvents from './posting/rehearsal-events.js';
import * as consentEvents from './recruitment/consent-events.js';
import * as recruitmentEvents from './recruitment/events.js';
import * as nominationEvents from './recruitment/nomination-events.js';
import * as screeningEvents from './recruitment/screening-events.js';
import * as surveyLinkEvents from './recruitment/survey-link-events.js';
import * as coverEvents from './scheduling/cover-events.js';
import * as schedulingEvents from './scheduling/events.js';
import * as preFlightEvents from './scheduling/pre-flight.js';
import * as reminderEvents from './scheduling/reminders.js';
import * as swapEvents from './scheduling/swap-events.js';
import * as tenancyEvents from './tenancy/events.js';
import * as memberEvents from './tenancy/member-events.js';
import * as onCallEvents from './tenancy/on-call.js';

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
  'application.moved.v1': recruitmentEvents.applicationMoved,
  'applicant.asked.v1': screeningEvents.applicantAsked,
  'applicant.answered.v1': screeningEvents.applicantAnswered,
  'applicant.waits.v1': screeningEvents.applicantWaits,
  'applicants.wait.v1': screeningEvents.applicantsWait,
  'curator.ready.v1': recruitmentEvents.curatorReady,
  'curator.fingerprinted.v1': recruitmentEvents.curatorFingerprinted,
  'curator.paused.v1': recruitmentEvents.curatorPaused,
  'curator.left.v1': recruitmentEvents.curatorLeft,
  'consent.given.v1': consentEvents.consentGiven,
  'consent.withdrawn.v1': recruitmentEvents.consentWithdrawn,
  'nomination.asked.v1': nominationEvents.nominationAsked,
  'nomination.answered.v1': nominationEvents.nominationAnswered,
  'recruitment.audited.v1': auditEvents.recruitmentAudited,
  'takeover.scheduled.v1': schedulingEvents.takeoverScheduled,
  'takeover.moved.v1': schedulingEvents.takeoverMoved,
  'takeover.opened.v1': schedulingEvents.takeoverOpened,
  'takeover.closed.v1': schedulingEvents.takeoverClosed,
  'takeover.reminder-due.v1': reminderEvents.takeoverReminderDue,
  'takeover.pre-flight-due.v1': preFlightEvents.takeoverPreFlightDue,
  'takeover.pre-flight-failed.v1': preFlightEvents.takeoverPreFlightFailed,
  'takeover.pre-flight-passed.v1': preFlightEvents.takeoverPreFlightPassed,
  'takeover.pre-flight-checked.v1': preFlightEvents.takeoverPreFlightChecked,
  'member.left.v1': memberEvents.memberLeft,
  'member.role-changed.v1': memberEvents.memberRoleChanged,
  'on-call.changed.v1': onCallEvents.onCallChanged,
  'slot.offered.v1': coverEvents.slotOffered,
  'offer.closed.v1': coverEvents.offerClosed,
  'slot.uncovered.v1': coverEvents.slotUncovered,
  'slot.settled.v1': coverEvents.slotSettled,
  'swap.asked.v1': swapEvents.swapAsked,
  'swap.awaits-team.v1': swapEvents.swapAwaitsTeam,
  'swap.closed.v1': swapEvents.swapClosed,
  'scheduling.audited.v1': auditEvents.schedulingAudited,
  'post.published.v1': postingEvents.postPublished,
  'post.held.v1': postingEvents.postHeld,
  'post.decided.v1': postingEvents.postDecided,
  'post.rejected.v1': postingEvents.postRejected,
  'post.outcome-unknown.v1': postingEvents.postOutcomeUnknown,
  'post.missed-window.v1': postingEvents.postMissedWindow,
  'post.deleted.v1': postingEvents.postDeleted,
  'takeover.given-back.v1': postingEvents.takeoverGivenBack,
  'mention.received.v1': postingEvents.mentionReceived,
  'account.connected.v1': postingEvents.accountConnected,
  'account.needs-reconnecting.v1': postingEvents.accountNeedsReconnecting,
  'account.disconnected.v1': postingEvents.accountDisconnected,
  'crisis.noticed.v1': postingEvents.crisisNoticedV1,
  'crisis.noticed.v2': postingEvents.crisisNoticed,
  'rehearsal.done.v1': rehearsalEvents.rehearsalDone,
  'first-post.prepared.v1': rehearsalEvents.firstPostPrepared,
  'post.handed-up.v1': postingEvents.postHandedUp,
  'team.is-late.v1': postingEvents.teamIsLate,
  'team.wait-over.v1': postingEvents.teamWaitOver,
  'mention.reported.v1': postingEvents.mentionReported,
  'storm.began.v1': postingEvents.stormBegan,
  'storm.over.v1': postingEvents.stormOver,
  'account.out-of-credit.v1': costEvents.accountOutOfCredit,
  'account.in-credit-again.v1': costEvents.accountInCreditAgain,
  'budget.soft-limit-passed.v1': costEvents.softLimitPassed,
  'policy.set.v1': postingEvents.policySet,
  'signposting.set.v1': postingEvents.signpostingSet,
  'switch.changed.v1': postingEvents.switchChanged,
  'posting.audited.v1': auditEvents.postingAudited,
  'survey.opened.v1': surveyEvents.surveyOpenedV1,
  'survey.opened.v2': surveyEvents.surveyOpened,
  'survey.answered.v1': surveyEvents.surveyAnsweredV1,
  'survey.answered.v2': surveyEvents.surveyAnswered,
  'survey.link-mailed.v1': surveyLinkEvents.surveyLinkMailed,
  'engagement.measured.v1': engagementEvents.engagementMeasured,
  'followers.counted.v1': engagementEvents.followersCounted,
  'experience.recorded.v1': analystEvents.experienceRecorded,
  'feedback.crisis-noticed.v1': crisisEvents.feedbackCrisisNoticed,
  'feedback.audited.v1': auditEvents.feedbackAudited,
} as const satisfies Record<string, EventDeclaration>;

export const allEvents: readonly EventDeclaration[] = Object.values(events);
