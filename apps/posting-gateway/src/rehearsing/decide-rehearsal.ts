import { isBlocked, whatWasFound } from '@baton/checks';
import { isRefusal, type Result, refuse } from '@baton/contracts';
import { decideSubmit, type SubmitRefusal, type SubmitSituation } from '../posts/decide-submit.js';
import type { StoryLine } from '../posts/store-posts.js';
import type { RehearsalRow } from './rehearsal-row.js';

export interface RehearsedFate {
  readonly fate: RehearsalRow['fate'];
  readonly dueAt: Date | null;
  readonly story: readonly StoryLine[];
}

/**
 * What would become of each post, decided by the function that decides about real ones, in its words. What that would not
 * take is shown all the same, a thread as a whole: to see why is what a rehearsal is for.
 */
export function decideRehearsal(
  situation: SubmitSituation,
): Result<RehearsedFate[], Exclude<SubmitRefusal, 'blocked'>> {
  const plan = decideSubmit(situation);
  if (!isRefusal(plan)) {
    const { dueAt, posts } = plan.value;
    return {
      ok: true,
      value: posts.map(({ state, story }) => ({
        ...{ fate: state, story },
        dueAt: state === 'queued' ? dueAt : null,
      })),
    };
  }
  const { code } = plan.refusal;
  if (code !== 'blocked') return refuse(code);
  return {
    ok: true,
    value: situation.drafts.map(({ findings }) => ({
      ...{ fate: 'blocked', dueAt: null },
      story: [
        { by: 'checks', what: whatWasFound(findings) },
        { by: 'baton', what: isBlocked(findings) ? notTaken : notTakenWithThread },
      ],
    })),
  };
}

const notTaken = 'Not taken: this cannot go out as it is. See what was found and change it.';
const notTakenWithThread = 'Not taken: another part of its thread cannot go out as it is.';
