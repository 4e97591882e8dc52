import { isHeld } from '@baton/checks';
import { isRefusal, type Refusal, type Result } from '@baton/contracts';
import {
  decideSubmit,
  type PlannedPost,
  type SubmitPlan,
  type SubmitRefusal,
  type SubmitSituation,
} from './decide-submit.js';
import type { PostRow } from './post-row.js';

/** A post that is here already keeps whom it answers, and quotes nobody. */
type DecidedBefore = 'unknownMention' | 'cannotReply' | 'quotingNotAvailable';

type AgainRefusal = Exclude<SubmitRefusal, DecidedBefore>;

/** What becomes of words that are changed or sent again: the same as of words that are new. */
export function decideAgain(situation: SubmitSituation): Result<SubmitPlan, AgainRefusal> {
  const plan = decideSubmit({ ...situation, replyTarget: 'none', wantsToQuote: false });
  if (!isRefusal(plan) || concernsAgain(plan)) return plan;
  throw new Error('this was decided when it was handed over');
}

const concernsAgain = (refused: Refusal<SubmitRefusal>): refused is Refusal<AgainRefusal> =>
  !decidedBefore.some((code) => code === refused.refusal.code);

const decidedBefore: readonly DecidedBefore[] = ['unknownMention', 'cannotReply', 'quotingNotAvailable'];

/**
 * New words answer what was found in the old ones, and nothing else: what the team said no to, and what is held for
 * another reason than its words, stays with the team.
 */
export function fateAgain(row: PostRow, fate: PlannedPost): PlannedPost {
  const why = whyTheTeamLooks(row);
  if (!why) return fate;
  const story = fate.story.map((line) => (line.by === 'baton' ? { ...line, what: why } : line));
  return { state: 'held', awaitsDescription: false, heldBySwitch: false, story };
}

function whyTheTeamLooks({ state, findings }: PostRow): string | undefined {
  if (state === 'declined') return 'Held: the team said no to it before, so somebody looks at it again.';
  if (state === 'held' && !isHeld(findings)) {
    return 'Still held: the team looks at it for another reason than its words.';
  }
  return undefined;
}
