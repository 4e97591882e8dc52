import { isBlocked, isHeld, whatWasFound } from '@baton/checks';
import {
  type AccountId,
  accept,
  type CharityStanding,
  type CuratorId,
  type Finding,
  type Policy,
  type PostId,
  type Result,
  refuse,
  type SwitchMode,
} from '@baton/contracts';
import type { AccountForPosts } from '../account/connected-account.js';
import { waitsForAccount } from '../account/waits-for-account.js';
import { awaitsOnlyDescription, waitsForDescription } from '../describing/decide-after-look.js';
import { lastCallMs } from '../publishing/decide-attempt.js';
import { waitsForStanding } from '../standing/waits-for-standing.js';
import { endOf, momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';
import { heldBySwitch } from './hold-posts.js';
import type { StoryLine } from './store-posts.js';
import { whenDue, whenItGoes } from './when-due.js';

export interface CheckedDraft {
  readonly postId: PostId;
  readonly findings: readonly Finding[];
}

export interface SubmitSituation {
  readonly now: Date;
  readonly curatorId: CuratorId;
  /** They have taken back their consent to post, or have left. */
  readonly hasWithdrawn: boolean;
  readonly takeover:
    | (TakeoverWindow & { readonly curatorId: CuratorId; readonly restingSince: Date | null })
    | undefined;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
  readonly policy: Policy;
  /** Not connected: it has to be connected again, and posts wait for that. */
  readonly account: AccountForPosts | undefined;
  readonly picturesComplete: boolean;
  /** `closed`: X has refused an answer to it. */
  readonly replyTarget: 'none' | 'unknown' | 'closed' | 'known';
  readonly wantsToQuote: boolean;
  /** The moment its author chose. */
  readonly timedFor: Date | null;
  /** The author wants always to be asked first. */
  readonly askFirst: boolean;
  readonly drafts: readonly CheckedDraft[];
}

export interface PlannedPost {
  readonly state: 'held' | 'queued';
  /** Held for nothing but the description of a picture. */
  readonly awaitsDescription: boolean;
  /** Held by nothing but the kill switch. */
  readonly heldBySwitch: boolean;
  readonly story: readonly StoryLine[];
}

export interface SubmitPlan {
  readonly accountId: AccountId;
  readonly dueAt: Date;
  /** One for each draft, in order. */
  readonly posts: readonly PlannedPost[];
}

export type SubmitRefusal =
  | 'notFound'
  | 'notYours'
  | 'consentWithdrawn'
  | 'windowNotOpen'
  | 'windowClosed'
  | 'notConnected'
  | 'unknownMedia'
  | 'unknownMention'
  | 'cannotReply'
  | 'timedOutsideWindow'
  | 'quotingNotAvailable'
  | 'blocked';

/**
 * Whether a curator's posts are taken in, and what becomes of each. A thread goes as a whole: while one
 * part is held the others wait. Neither a thrown switch nor a suspension refuses anything, nor an
 * account that has to be connected again, so that no words are lost: posts wait.
 */
export function decideSubmit(situation: SubmitSituation): Result<SubmitPlan, SubmitRefusal> {
  const { takeover, now, account, drafts } = situation;
  if (!takeover) return refuse('notFound');
  if (takeover.curatorId !== situation.curatorId) return refuse('notYours');
  if (situation.hasWithdrawn) return refuse('consentWithdrawn');
  const outside = refusalOfTime(takeover, situation);
  if (outside) return outside;
  if (situation.wantsToQuote) return refuse('quotingNotAvailable');
  if (!account) return refuse('notConnected');
  if (!situation.picturesComplete) return refuse('unknownMedia');
  if (situation.replyTarget === 'unknown') return refuse('unknownMention');
  if (situation.replyTarget === 'closed') return refuse('cannotReply');
  const blocked = drafts.filter(({ findings }) => isBlocked(findings));
  if (blocked.length > 0) {
    return refuse('blocked', {
      details: { posts: blocked.map(({ postId, findings }) => ({ postId, findings })) },
    });
  }
  const dueAt = whenDue({
    ...{ now, end: endOf(takeover), timedFor: situation.timedFor },
    undoSeconds: situation.policy.undoSeconds,
  });
  return accept({ accountId: account.accountId, dueAt, posts: planPosts(situation, dueAt) });
}

/** What is timed can be handed over before the window; what is not waits for its author until then. */
function refusalOfTime(window: TakeoverWindow, { now, timedFor }: SubmitSituation) {
  const edges = { opensAt: window.opensAt.toISOString(), closesAt: endOf(window).toISOString() };
  const moment = momentIn(window, now);
  if (moment === 'over') return refuse('windowClosed');
  if (!timedFor) return moment === 'before' ? refuse('windowNotOpen', { details: edges }) : undefined;
  const latest = new Date(endOf(window).getTime() - lastCallMs);
  const isInside = timedFor >= window.opensAt && timedFor <= latest;
  return isInside ? undefined : refuse('timedOutsideWindow', { details: edges });
}

function planPosts(situation: SubmitSituation, dueAt: Date): PlannedPost[] {
  const { drafts, switchMode, policy } = situation;
  const whyAll =
    switchMode === 'hold'
      ? heldBySwitch
      : policy.review === 'every'
        ? 'Held: the team looks at every post before it goes out.'
        : undefined;
  const anyHeld = drafts.some(({ findings }) => isHeld(findings));
  return drafts.map(({ findings }) => {
    const awaitsDescription = !whyAll && awaitsOnlyDescription(findings);
    const why = whyAll ?? (isHeld(findings) ? wordsForHeld(awaitsDescription) : undefined);
    const waiting = anyHeld
      ? 'Accepted. Waits for the whole thread: the team looks at another part.'
      : acceptedWords(situation, dueAt);
    return {
      state: why ? 'held' : 'queued',
      awaitsDescription,
      heldBySwitch: why === heldBySwitch && policy.review === 'flagged' && !isHeld(findings),
      story: [
        { by: 'checks', what: whatWasFound(findings) },
        { by: 'baton', what: why ?? waiting },
      ],
    };
  });
}

const wordsForHeld = (awaitsDescription: boolean): string =>
  awaitsDescription ? waitsForDescription : 'Held for the team to look at.';

function acceptedWords(
  { switchMode, standing, askFirst, account, timedFor, now, takeover }: SubmitSituation,
  dueAt: Date,
): string {
  if (standing !== 'active') return `Accepted. ${waitsForStanding}`;
  if (switchMode === 'pause') return 'Accepted. Waits: the charity has paused posting.';
  if (switchMode === 'takenBack') return 'Accepted. Waits: the charity has taken the account back for now.';
  if (askFirst) return 'Accepted. It waits for your yes, as you wished.';
  if (takeover?.restingSince) return 'Accepted. It waits until you have rested.';
  if (!account?.takesPosts) return `Accepted. ${waitsForAccount}`;
  return whenItGoes({ now, dueAt, timedFor });
}
