import type { RehearsedState } from '@baton/contracts';
import type { RehearsalRow } from './rehearsal-row.js';

type Rehearsed = Pick<RehearsalRow, 'fate' | 'due_at' | 'withdrawn_at'>;

/** Where a rehearsed post is at this moment. No worker moves it on: time alone does. */
export function whatBecameOfIt(
  { fate, due_at: dueAt, withdrawn_at: withdrawnAt }: Rehearsed,
  now: Date,
): RehearsedState {
  if (withdrawnAt) return { state: dueAt && dueAt <= withdrawnAt ? 'deleted' : 'withdrawn' };
  if (fate !== 'queued' || !dueAt) return { state: fate === 'held' ? 'held' : 'blocked' };
  return dueAt <= now
    ? { state: 'out', since: dueAt.toISOString() }
    : { state: 'waiting', dueAt: dueAt.toISOString() };
}

type Named = RehearsedState['state'];

/** What that means in a takeover. */
export const wordsFor: Readonly<Record<Named, string>> = {
  waiting: 'It would go out in a moment. Until then you can take it back and nobody has seen it.',
  out: 'In your takeover everybody could read it now. Here nobody can.',
  held: 'In your takeover a person of the team would look at it first. Here nobody is asked to.',
  blocked: 'It would not be taken as it is, and its words would be kept in your drafts. See what was found.',
  withdrawn: 'You took it back in time. In your takeover, too, nobody would have seen it.',
  deleted: 'You deleted it after it was out. In your takeover somebody may have read it meanwhile.',
};

/** What undoing does now; null where there is nothing to undo. */
export const undoFor: Readonly<Record<Named, string | null>> = {
  waiting: 'Take it back. Nobody has seen it.',
  out: 'Delete it. In your takeover X would be asked to, and somebody may have read it.',
  held: 'Take it back. The team would not look at it any more.',
  blocked: null,
  withdrawn: null,
  deleted: null,
};
