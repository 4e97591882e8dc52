import { isRefusal, type Refusal, type Result } from '@baton/contracts';
import { decideSubmit, type SubmitPlan, type SubmitRefusal, type SubmitSituation } from './decide-submit.js';

/** A post that is here already keeps whom it answers, and quotes nobody. */
type DecidedBefore = 'unknownMention' | 'quotingNotAvailable';

type AgainRefusal = Exclude<SubmitRefusal, DecidedBefore>;

/** What becomes of words that are changed or sent again: the same as of words that are new. */
export function decideAgain(situation: SubmitSituation): Result<SubmitPlan, AgainRefusal> {
  const plan = decideSubmit({ ...situation, replyTarget: 'none', wantsToQuote: false });
  if (!isRefusal(plan) || concernsAgain(plan)) return plan;
  throw new Error('this was decided when it was handed over');
}

const concernsAgain = (refused: Refusal<SubmitRefusal>): refused is Refusal<AgainRefusal> =>
  refused.refusal.code !== 'unknownMention' && refused.refusal.code !== 'quotingNotAvailable';
