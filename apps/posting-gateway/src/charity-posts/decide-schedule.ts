import { isBlocked, whatWasFound } from '@baton/checks';
import {
  type AccountId,
  accept,
  type CharityStanding,
  type Finding,
  type Policy,
  type PostId,
  type Result,
  refuse,
  type SwitchMode,
} from '@baton/contracts';
import type { AccountForPosts } from '../account/connected-account.js';
import { waitsForAccount } from '../account/waits-for-account.js';
import type { StoryLine } from '../posts/store-posts.js';
import { whenItGoes } from '../posts/when-due.js';
import { waitsForStanding } from '../standing/waits-for-standing.js';
import { endOf, momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';
import { freeFrom } from './free-from.js';

export interface ScheduleSituation {
  readonly now: Date;
  readonly postId: PostId;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
  readonly policy: Pick<Policy, 'undoSeconds'>;
  readonly account: AccountForPosts | undefined;
  readonly takeovers: readonly TakeoverWindow[];
  readonly findings: readonly Finding[];
  readonly hasPictures: boolean;
  readonly timedFor: Date | null;
}

export interface SchedulePlan {
  readonly accountId: AccountId;
  readonly dueAt: Date;
  readonly findings: readonly Finding[];
  readonly story: readonly StoryLine[];
}

/** Whether a post of the charity's own is taken in. As with a curator's, nothing that ends by itself refuses it: it waits. */
export function decideSchedule(
  situation: ScheduleSituation,
): Result<
  SchedulePlan,
  'picturesNotAvailable' | 'timeHasPassed' | 'timedInTakeover' | 'notConnected' | 'blocked'
> {
  const { now, postId, account, timedFor, takeovers } = situation;
  if (situation.hasPictures) return refuse('picturesNotAvailable');
  if (timedFor && timedFor < now) return refuse('timeHasPassed');
  const taken = timedFor && takeovers.find((window) => momentIn(window, timedFor) === 'open');
  if (taken) {
    return refuse('timedInTakeover', {
      details: {
        opensAt: taken.opensAt.toISOString(),
        closesAt: endOf(taken).toISOString(),
        freeFrom: freeFrom(takeovers, endOf(taken), endOf).toISOString(),
      },
    });
  }
  if (!account) return refuse('notConnected');
  const findings = situation.findings.map(toldToTheTeam);
  if (isBlocked(findings)) return refuse('blocked', { details: { posts: [{ postId, findings }] } });
  const undoneAt = now.getTime() + situation.policy.undoSeconds * 1_000;
  const dueAt = new Date(Math.max(undoneAt, timedFor?.getTime() ?? 0));
  const story: StoryLine[] = [
    { by: 'checks', what: whatWasFound(findings) },
    { by: 'baton', what: acceptedWords(situation, dueAt) },
  ];
  return accept({ accountId: account.accountId, dueAt, findings, story });
}

/**
 * What is held waits for the team to look at it, and the team has written this: they are told, and it goes. What is
 * blocked is blocked for them as well.
 */
const toldToTheTeam = (finding: Finding): Finding =>
  finding.verdict === 'hold' ? { ...finding, verdict: 'warn' } : finding;

function acceptedWords(
  { now, standing, switchMode, account, takeovers, timedFor }: ScheduleSituation,
  dueAt: Date,
): string {
  if (standing !== 'active') return `Accepted. ${waitsForStanding}`;
  if (switchMode === 'pause') return 'Accepted. Waits: the charity has paused posting.';
  if (!account?.takesPosts) return `Accepted. ${waitsForAccount}`;
  if (freeFrom(takeovers, dueAt) > dueAt) {
    return 'Accepted. A curator has the account then: it goes out after their takeover.';
  }
  return whenItGoes({ now, dueAt, timedFor });
}
