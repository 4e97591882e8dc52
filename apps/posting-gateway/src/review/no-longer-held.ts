import { refuse } from '@baton/contracts';
import type { PostRow } from '../posts/post-row.js';

/** Why there is nothing to decide any more, so that a moderator who comes second need not guess. */
export function refuseNotHeld({ state, approved }: Pick<PostRow, 'state' | 'approved'>) {
  if (state === 'withdrawn') return refuse('takenBackMeanwhile');
  if (state === 'missedWindow') return refuse('windowOverMeanwhile');
  if (state === 'declined') return refuse('decidedMeanwhile', { details: { verdict: 'decline' } });
  if (approved) return refuse('decidedMeanwhile', { details: { verdict: 'approve' } });
  return refuse('notHeld');
}
