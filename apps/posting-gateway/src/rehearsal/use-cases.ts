import { AccountForTakeovers } from '../accounting/account-for-takeovers.js';
import * as archive from '../archive/wiring.js';
import { ListCharityPosts } from '../charity-posts/list-charity-posts.js';
import { ScheduleCharityPost } from '../charity-posts/schedule-charity-post.js';
import { WithdrawCharityPost } from '../charity-posts/withdraw-charity-post.js';
import { OnConsentWithdrawn } from '../consent/on-consent-withdrawn.js';
import { OnCuratorLeft } from '../consent/on-curator-left.js';
import { OnCuratorReady } from '../consent/on-curator-ready.js';
import { WithdrawCurator } from '../consent/withdraw-curator.js';
import { SetBudget } from '../costs/set-budget.js';
import { ViewCosts } from '../costs/view-costs.js';
import { CloseFollowUp } from '../crisis/close-follow-up.js';
import { ListFollowUps } from '../crisis/list-follow-ups.js';
import { AskDeletion } from '../deleting/ask-deletion.js';
import { DeletePastPosts } from '../deleting/delete-past-posts.js';
import { DiscardDraft } from '../drafts/discard-draft.js';
import { DownloadWords } from '../drafts/download-words.js';
import { ListDrafts } from '../drafts/list-drafts.js';
import { RestoreDraft } from '../drafts/restore-draft.js';
import { SaveDraft } from '../drafts/save-draft.js';
import { ViewDraft } from '../drafts/view-draft.js';
import { ChangeSwitch } from '../kill-switch/change-switch.js';
import { DeleteLastPosts } from '../kill-switch/delete-last-posts.js';
import { ListLastPosts } from '../kill-switch/list-last-posts.js';
import { ListSwitchProofs } from '../kill-switch/list-switch-proofs.js';
import { ReleaseSwitch } from '../kill-switch/release-switch.js';
import { SetSwitch } from '../kill-switch/set-switch.js';
import { OnCuratorFingerprinted } from '../own-identity/on-curator-fingerprinted.js';
import { ListPolicyVersions } from '../policy/list-policy-versions.js';
import { PreviewPolicy } from '../policy/preview-policy.js';
import { SetPolicy } from '../policy/set-policy.js';
import { CheckPost } from '../posts/check-post.js';
import { ConfirmPost } from '../posts/confirm-post.js';
import { EditPost } from '../posts/edit-post.js';
import { ListPosts } from '../posts/list-posts.js';
import { ResumeThread } from '../posts/resume-thread.js';
import { SubmitPosts } from '../posts/submit-posts.js';
import { ViewPost } from '../posts/view-post.js';
import { WithdrawPost } from '../posts/withdraw-post.js';
import { SetPreferences } from '../preferences/set-preferences.js';
import * as rehearsing from '../rehearsing/wiring.js';
import { SetRest } from '../resting/set-rest.js';
import { ViewRest } from '../resting/view-rest.js';
import { CarryOutRetention } from '../retention/carry-out-retention.js';
import { OnRetentionSet } from '../retention/on-retention-set.js';
import { ClaimPost } from '../review/claim-post.js';
import { DecidePost } from '../review/decide-post.js';
import { HandUpPost } from '../review/hand-up-post.js';
import { ListPostNotes } from '../review/list-post-notes.js';
import { ListReviewQueue } from '../review/list-review-queue.js';
import { LookAtPost } from '../review/look-at-post.js';
import { NoteOnPost } from '../review/note-on-post.js';
import { ProposeEdit } from '../review/propose-edit.js';
import { ReleaseClaim } from '../review/release-claim.js';
import { RemindTeam } from '../review/remind-team.js';
import { ResolveUnknown } from '../review/resolve-unknown.js';
import { SetReviewTarget } from '../review/set-review-target.js';
import { SetReviewWishes } from '../review/set-review-wishes.js';
import { ViewProposal } from '../review/view-proposal.js';
import { OnStandingChanged } from '../standing/on-standing-changed.js';
import { CloseTakeover } from '../takeovers/close-takeover.js';
import { CoverForCurator } from '../takeovers/cover-for-curator.js';
import { EndEarly } from '../takeovers/end-early.js';
import { GiveAccountBack } from '../takeovers/give-account-back.js';
import { OnCharityRegistered } from '../takeovers/on-charity-registered.js';
import { OnTakeoverClosed } from '../takeovers/on-takeover-closed.js';
import { OnTakeoverMoved } from '../takeovers/on-takeover-moved.js';
import { OnTakeoverOpened } from '../takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from '../takeovers/on-takeover-scheduled.js';
import { QueueCharityPost } from '../takeovers/queue-charity-post.js';

/** What the posting gateway can do, as the stage gives it to Nest: the same classes as in its module, without the bus. */
export const useCases = [
  ...Object.values(rehearsing.answers),
  ...Object.values(archive.answers),
  ...Object.values(archive.heard),
  ...archive.parts,
  ...[SaveDraft, ListDrafts, ViewDraft, DiscardDraft, RestoreDraft, DownloadWords],
  ...[
    CarryOutRetention,
    OnRetentionSet,
    AskDeletion,
    DeletePastPosts,
    OnConsentWithdrawn,
    OnCuratorLeft,
    OnCuratorReady,
    WithdrawCurator,
  ],
  ...[HandUpPost, ListPostNotes, NoteOnPost, RemindTeam, SetReviewTarget, SetReviewWishes],
  ...[LookAtPost, ClaimPost, ReleaseClaim, ProposeEdit, ViewProposal],
  ...[
    DecidePost,
    ListPosts,
    ListReviewQueue,
    ResolveUnknown,
    CheckPost,
    ConfirmPost,
    EditPost,
    ResumeThread,
    SetPreferences,
    SetRest,
    ViewRest,
    SetBudget,
    AccountForTakeovers,
    ViewCosts,
    SetPolicy,
    PreviewPolicy,
    ListPolicyVersions,
    ChangeSwitch,
    CloseFollowUp,
    ListFollowUps,
    DeleteLastPosts,
    ListLastPosts,
    ListSwitchProofs,
    ReleaseSwitch,
    SetSwitch,
    SubmitPosts,
    ViewPost,
    WithdrawPost,
  ],
  ...[
    ListCharityPosts,
    ScheduleCharityPost,
    WithdrawCharityPost,
    OnCharityRegistered,
    OnCuratorFingerprinted,
    OnStandingChanged,
    OnTakeoverClosed,
    OnTakeoverMoved,
    OnTakeoverOpened,
    OnTakeoverScheduled,
    QueueCharityPost,
    CoverForCurator,
    CloseTakeover,
    EndEarly,
    GiveAccountBack,
  ],
];
