import { events, operations } from '@baton/contracts';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { ListAbilities } from './abilities/list-abilities.js';
import { BeginConnection } from './account/begin-connection.js';
import { DisconnectAccount } from './account/disconnect-account.js';
import { FinishConnection } from './account/finish-connection.js';
import { ListScopes } from './account/list-scopes.js';
import { ViewAccount } from './account/view-account.js';
import { AccountForTakeovers } from './accounting/account-for-takeovers.js';
import * as archive from './archive/wiring.js';
import { ListCharityPosts } from './charity-posts/list-charity-posts.js';
import { ScheduleCharityPost } from './charity-posts/schedule-charity-post.js';
import { WithdrawCharityPost } from './charity-posts/withdraw-charity-post.js';
import { POSTING_CONFIG, type PostingConfig } from './config.js';
import { OnConsentWithdrawn } from './consent/on-consent-withdrawn.js';
import { OnCuratorLeft } from './consent/on-curator-left.js';
import { OnCuratorReady } from './consent/on-curator-ready.js';
import { WithdrawCurator } from './consent/withdraw-curator.js';
import { ListPrices } from './costs/list-prices.js';
import { SetBudget } from './costs/set-budget.js';
import { ViewBudget } from './costs/view-budget.js';
import { ViewCosts } from './costs/view-costs.js';
import { CloseFollowUp } from './crisis/close-follow-up.js';
import { ListFollowUps } from './crisis/list-follow-ups.js';
import { AskDeletion } from './deleting/ask-deletion.js';
import { AskForDescription } from './describing/ask-for-description.js';
import { DescribeMedia } from './describing/describe-media.js';
import { ListDescriptionRequests } from './describing/list-description-requests.js';
import { DiscardDraft } from './drafts/discard-draft.js';
import { DownloadWords } from './drafts/download-words.js';
import { ListDrafts } from './drafts/list-drafts.js';
import { RestoreDraft } from './drafts/restore-draft.js';
import { SaveDraft } from './drafts/save-draft.js';
import { ViewDraft } from './drafts/view-draft.js';
import * as engagement from './engagement/wiring.js';
import { ExportPicture } from './export/export-picture.js';
import { ExportRecords } from './export/export-records.js';
import { CloseReport } from './inbox/close-report.js';
import { ConfirmMute } from './inbox/confirm-mute.js';
import { HideOnX } from './inbox/hide-on-x.js';
import { ListInbox } from './inbox/list-inbox.js';
import { ListMuted } from './inbox/list-muted.js';
import { ListParked } from './inbox/list-parked.js';
import { ListReported } from './inbox/list-reported.js';
import { ListSetAside } from './inbox/list-set-aside.js';
import { LookAtMention } from './inbox/look-at-mention.js';
import { MuteWriter } from './inbox/mute-writer.js';
import { ParkMention } from './inbox/park-mention.js';
import { ReportMention } from './inbox/report-mention.js';
import { RingInbox } from './inbox/ring-inbox.js';
import { SeeToParked } from './inbox/see-to-parked.js';
import { UnmuteWriter } from './inbox/unmute-writer.js';
import { UnparkMention } from './inbox/unpark-mention.js';
import { ViewMention } from './inbox/view-mention.js';
import { ChangeSwitch } from './kill-switch/change-switch.js';
import { DeleteLastPosts } from './kill-switch/delete-last-posts.js';
import { ListLastPosts } from './kill-switch/list-last-posts.js';
import { ListSwitchProofs } from './kill-switch/list-switch-proofs.js';
import { ReleaseSwitch } from './kill-switch/release-switch.js';
import { SetSwitch } from './kill-switch/set-switch.js';
import { ViewSwitch } from './kill-switch/view-switch.js';
import { AppendMedia } from './media/append-media.js';
import { BeginMedia } from './media/begin-media.js';
import { FinishMedia } from './media/finish-media.js';
import { ListMedia } from './media/list-media.js';
import { ReadPicture } from './media/read-picture.js';
import { TakeTurns } from './media/take-turns.js';
import { ViewMedia } from './media/view-media.js';
import { OnCuratorFingerprinted } from './own-identity/on-curator-fingerprinted.js';
import { ListPolicyPresets } from './policy/list-policy-presets.js';
import { ListPolicyVersions } from './policy/list-policy-versions.js';
import { PreviewPolicy } from './policy/preview-policy.js';
import { SetPolicy } from './policy/set-policy.js';
import { ViewPolicy } from './policy/view-policy.js';
import { CheckPost } from './posts/check-post.js';
import { ConfirmPost } from './posts/confirm-post.js';
import { EditPost } from './posts/edit-post.js';
import { ListPosts } from './posts/list-posts.js';
import { ResumeThread } from './posts/resume-thread.js';
import { SubmitPosts } from './posts/submit-posts.js';
import { ViewPost } from './posts/view-post.js';
import { WithdrawPost } from './posts/withdraw-post.js';
import { preFlightConsumers, preFlightProviders } from './pre-flight/pre-flight.parts.js';
import { SetPreferences } from './preferences/set-preferences.js';
import { ViewPreferences } from './preferences/view-preferences.js';
import { publishingProviders } from './publishing/publishing.providers.js';
import * as rehearsing from './rehearsing/wiring.js';
import { SetRest } from './resting/set-rest.js';
import { ViewRest } from './resting/view-rest.js';
import { CarryOutRetention } from './retention/carry-out-retention.js';
import { OnRetentionSet } from './retention/on-retention-set.js';
import { ClaimPost } from './review/claim-post.js';
import { DecidePost } from './review/decide-post.js';
import { HandUpPost } from './review/hand-up-post.js';
import { ListPostNotes } from './review/list-post-notes.js';
import { ListReviewQueue } from './review/list-review-queue.js';
import { LookAtPost } from './review/look-at-post.js';
import { NoteOnPost } from './review/note-on-post.js';
import { ProposeEdit } from './review/propose-edit.js';
import { ReleaseClaim } from './review/release-claim.js';
import { RemindTeam } from './review/remind-team.js';
import { ResolveUnknown } from './review/resolve-unknown.js';
import { SetReviewTarget } from './review/set-review-target.js';
import { SetReviewWishes } from './review/set-review-wishes.js';
import { ViewProposal } from './review/view-proposal.js';
import { SetShield } from './shield/set-shield.js';
import { ViewShield } from './shield/view-shield.js';
import { ListSignpostingPresets } from './signposting/list-signposting-presets.js';
import { SetSignposting } from './signposting/set-signposting.js';
import { ViewSignposting } from './signposting/view-signposting.js';
import { OnStandingChanged } from './standing/on-standing-changed.js';
import { CloseTakeover } from './takeovers/close-takeover.js';
import { CoverForCurator } from './takeovers/cover-for-curator.js';
import { EndEarly } from './takeovers/end-early.js';
import { GiveAccountBack } from './takeovers/give-account-back.js';
import { OnCharityRegistered } from './takeovers/on-charity-registered.js';
import { OnTakeoverClosed } from './takeovers/on-takeover-closed.js';
import { OnTakeoverMoved } from './takeovers/on-takeover-moved.js';
import { OnTakeoverOpened } from './takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from './takeovers/on-takeover-scheduled.js';
import { QueueCharityPost } from './takeovers/queue-charity-post.js';
import { xProviders } from './x/x.providers.js';

const answered = serve(operations['posting-gateway'], {
  'list-scopes': ListScopes,
  'export-records': ExportRecords,
  'export-picture': ExportPicture,
  'begin-connection': BeginConnection,
  'finish-connection': FinishConnection,
  'disconnect-account': DisconnectAccount,
  'view-account': ViewAccount,
  'list-policy-presets': ListPolicyPresets,
  'set-policy': SetPolicy,
  'preview-policy': PreviewPolicy,
  'list-policy-versions': ListPolicyVersions,
  'view-policy': ViewPolicy,
  'list-signposting-presets': ListSignpostingPresets,
  'set-signposting': SetSignposting,
  'view-signposting': ViewSignposting,
  'begin-media': BeginMedia,
  'append-media': AppendMedia,
  'finish-media': FinishMedia,
  'view-media': ViewMedia,
  'list-media': ListMedia,
  'read-picture': ReadPicture,
  'describe-media': DescribeMedia,
  'ask-for-description': AskForDescription,
  'list-description-requests': ListDescriptionRequests,
  'save-draft': SaveDraft,
  'list-drafts': ListDrafts,
  'view-draft': ViewDraft,
  'discard-draft': DiscardDraft,
  'restore-draft': RestoreDraft,
  'download-words': DownloadWords,
  'check-post': CheckPost,
  ...archive.answers,
  ...rehearsing.answers,
  'submit-posts': SubmitPosts,
  'list-posts': ListPosts,
  'view-post': ViewPost,
  'withdraw-post': WithdrawPost,
  'delete-post': AskDeletion,
  'confirm-post': ConfirmPost,
  'edit-post': EditPost,
  'resume-thread': ResumeThread,
  'schedule-charity-post': ScheduleCharityPost,
  'list-charity-posts': ListCharityPosts,
  'withdraw-charity-post': WithdrawCharityPost,
  'list-abilities': ListAbilities,
  'view-preferences': ViewPreferences,
  'set-preferences': SetPreferences,
  'list-prices': ListPrices,
  'set-budget': SetBudget,
  'view-budget': ViewBudget,
  'view-costs': ViewCosts,
  'set-rest': SetRest,
  'view-rest': ViewRest,
  'give-account-back': GiveAccountBack,
  'ring-inbox': RingInbox,
  'list-inbox': ListInbox,
  'list-set-aside': ListSetAside,
  'view-mention': ViewMention,
  'look-at-mention': LookAtMention,
  'view-shield': ViewShield,
  'set-shield': SetShield,
  'hide-on-x': HideOnX,
  'report-mention': ReportMention,
  'list-reported': ListReported,
  'close-report': CloseReport,
  'mute-writer': MuteWriter,
  'unmute-writer': UnmuteWriter,
  'list-muted': ListMuted,
  'confirm-mute': ConfirmMute,
  'park-mention': ParkMention,
  'unpark-mention': UnparkMention,
  'list-parked': ListParked,
  'see-to-parked': SeeToParked,
  'list-review-queue': ListReviewQueue,
  'hand-up-post': HandUpPost,
  'note-on-post': NoteOnPost,
  'list-post-notes': ListPostNotes,
  'set-review-wishes': SetReviewWishes,
  'set-review-target': SetReviewTarget,
  'look-at-post': LookAtPost,
  'claim-post': ClaimPost,
  'release-claim': ReleaseClaim,
  'propose-edit': ProposeEdit,
  'view-proposal': ViewProposal,
  'decide-post': DecidePost,
  'resolve-unknown': ResolveUnknown,
  'set-switch': SetSwitch,
  'release-switch': ReleaseSwitch,
  'view-switch': ViewSwitch,
  'list-follow-ups': ListFollowUps,
  'close-follow-up': CloseFollowUp,
  'list-switch-proofs': ListSwitchProofs,
  'list-last-posts': ListLastPosts,
  'delete-last-posts': DeleteLastPosts,
  'account-for-takeovers': AccountForTakeovers,
});

const heard = consume('posting-gateway', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  'charity.standing-changed.v1': OnStandingChanged,
  'retention.set.v1': OnRetentionSet,
  'curator.ready.v1': OnCuratorReady,
  'curator.fingerprinted.v1': OnCuratorFingerprinted,
  'curator.left.v1': OnCuratorLeft,
  'consent.withdrawn.v1': OnConsentWithdrawn,
  'takeover.scheduled.v1': OnTakeoverScheduled,
  'takeover.moved.v1': OnTakeoverMoved,
  'takeover.opened.v1': OnTakeoverOpened,
  'takeover.closed.v1': OnTakeoverClosed,
  ...archive.heard,
  ...preFlightConsumers,
});

@Module({})
class PostingGatewayModule {}

/** Posts and everything that decides about them; the only service that can speak to X. */
export function postingGateway(config: PostingConfig): DynamicModule {
  return {
    module: PostingGatewayModule,
    imports: [ServiceModule.of({ name: 'posting-gateway', config })],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [
      ...answered.providers,
      ...heard.providers,
      ...publishingProviders,
      ...xProviders,
      QueueCharityPost,
      CoverForCurator,
      CloseTakeover,
      EndEarly,
      ChangeSwitch,
      ...preFlightProviders,
      ...engagement.providers,
      CarryOutRetention,
      ...archive.parts,
      RemindTeam,
      TakeTurns,
      WithdrawCurator,
      { provide: POSTING_CONFIG, useValue: config },
    ],
  };
}
