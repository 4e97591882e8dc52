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
import { isBlocked, isHeld } from '../checks/check-draft.js';
import { lastCallMs } from '../publishing/decide-attempt.js';
import { waitsForStanding } from '../standing/waits-for-standing.js';
import { endOf, momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';

export interface CheckedDraft {
  readonly postId: PostId;
  readonly findings: readonly Finding[];
}

export interface SubmitSituation {
  readonly now: Date;
  readonly curatorId: CuratorId;
  /** They have taken back their consent to post, or have left. */
  readonly hasWithdrawn: boolean;
  readonly takeover: (TakeoverWindow & { readonly curatorId: CuratorId }) | undefined;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
  readonly policy: Policy;
  readonly accountId: AccountId | undefined;
  readonly picturesComplete: boolean;
  readonly replyTarget: 'none' | 'unknown' | 'known';
  readonly drafts: readonly CheckedDraft[];
}

export interface PlannedPost {
  readonly state: 'held' | 'queued';
  readonly story: string;
}

export interface SubmitPlan {
  readonly accountId: AccountId;
  readonly dueAt: Date;
  /** One for each draft, in order. */
  readonly posts: readonly PlannedPost[];
}

type SubmitRefusal =
  | 'notFound'
  | 'notYours'
  | 'consentWithdrawn'
  | 'windowNotOpen'
  | 'windowClosed'
  | 'notConnected'
  | 'unknownMedia'
  | 'unknownMention'
  | 'blocked';

/**
 * Whether a curator's posts are taken in, and what becomes of each. A thread goes as a whole: while one
 * part is held the others wait. Neither a thrown switch nor a suspension refuses anything, so that no words are lost: posts wait.
 */
export function decideSubmit(situation: SubmitSituation): Result<SubmitPlan, SubmitRefusal> {
  const { takeover, now, accountId, drafts } = situation;
  if (!takeover) return refuse('notFound');
  if (takeover.curatorId !== situation.curatorId) return refuse('notYours');
  if (situation.hasWithdrawn) return refuse('consentWithdrawn');
  const moment = momentIn(takeover, now);
  if (moment === 'before') {
    return refuse('windowNotOpen', { details: { opensAt: takeover.opensAt.toISOString() } });
  }
  if (moment === 'over') return refuse('windowClosed');
  if (!accountId) return refuse('notConnected');
  if (!situation.picturesComplete) return refuse('unknownMedia');
  if (situation.replyTarget === 'unknown') return refuse('unknownMention');
  const blocked = drafts.filter(({ findings }) => isBlocked(findings));
  if (blocked.length > 0) {
    return refuse('blocked', {
      details: { posts: blocked.map(({ postId, findings }) => ({ postId, findings })) },
    });
  }
  const dueAt = dueAfterUndo(now, endOf(takeover), situation.policy.undoSeconds * 1000);
  return accept({ accountId, dueAt, posts: planPosts(situation, dueAt) });
}

/** Near the end of the window the time to undo gives way: a post accepted in time should go in time. */
function dueAfterUndo(now: Date, end: Date, undoMs: number): Date {
  const latest = end.getTime() - lastCallMs - 1_000;
  return new Date(Math.max(now.getTime(), Math.min(now.getTime() + undoMs, latest)));
}

function planPosts(situation: SubmitSituation, dueAt: Date): PlannedPost[] {
  const { drafts, switchMode, policy, now } = situation;
  const anyHeld = drafts.some(({ findings }) => isHeld(findings));
  return drafts.map(({ findings }) => {
    if (switchMode === 'hold') {
      return { state: 'held', story: 'Held: the team looks at every post just now.' };
    }
    if (policy.review === 'every') {
      return { state: 'held', story: 'Held: the team looks at every post before it goes out.' };
    }
    if (isHeld(findings))
      return { state: 'held', story: `Held for the team to look at: ${whatWasFound(findings)}.` };
    if (anyHeld) {
      return {
        state: 'queued',
        story: 'Accepted. Waits for the whole thread: the team looks at another part.',
      };
    }
    return { state: 'queued', story: acceptedWords(situation, dueAt.getTime() - now.getTime()) };
  });
}

function acceptedWords(
  { switchMode, standing }: Pick<SubmitSituation, 'switchMode' | 'standing'>,
  undoMs: number,
): string {
  if (standing !== 'active') return `Accepted. ${waitsForStanding}`;
  if (switchMode === 'pause') return 'Accepted. Waits: the charity has paused posting.';
  if (switchMode === 'takenBack') return 'Accepted. Waits: the charity has taken the account back for now.';
  if (undoMs < 1_000) return 'Accepted. It goes out next.';
  return `Accepted. It goes out in ${Math.round(undoMs / 1000)} seconds unless you take it back.`;
}

const checkNames: Record<Finding['check'], string> = {
  contactDetails: 'contact details',
  length: 'its length',
  altText: 'a picture without a description',
  controlCharacters: 'an invisible character',
};

function whatWasFound(findings: readonly Finding[]): string {
  const held = findings.filter(({ verdict }) => verdict === 'hold');
  return [...new Set(held.map(({ check }) => checkNames[check]))].join(', ');
}
