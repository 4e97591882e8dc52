import { accept, type PostState, type Result, refuse } from '@baton/contracts';

/** What a deletion needs: nothing new where X has deleted it already. */
export type DeletionPlan = 'ask' | 'nothing';

/**
 * Whether somebody may have X delete a post. It is never too late for it, and neither the kill switch nor a suspension
 * stops it: taking back is not publishing.
 */
export function decideDeletion(situation: {
  readonly state: PostState['state'];
  readonly asksForTheTeam: boolean;
  readonly isOwn: boolean;
}): Result<DeletionPlan, 'notYours' | 'notOutYet' | 'notOut'> {
  const { state, asksForTheTeam, isOwn } = situation;
  if (!asksForTheTeam && !isOwn) return refuse('notYours');
  if (state === 'published') return accept('ask');
  if (state === 'deleted') return accept('nothing');
  return refuse(state === 'queued' || state === 'held' || state === 'attempting' ? 'notOutYet' : 'notOut');
}
