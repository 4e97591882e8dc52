import { accept, type PostId, type Refusal, type Result, refuse } from '@baton/contracts';
import { isChangedSo, refusalOfChange, type WantedChange } from './decide-edit.js';
import type { PostRow } from './post-row.js';

export interface WantedResumption extends WantedChange {
  readonly postId: PostId;
  readonly skip: boolean;
  /** Of the posts that come with new words. */
  readonly changed: readonly PostId[];
}

/** What goes (back) into the queue, in its order in the thread. Empty: it was done before. */
export type Resumption = readonly PostRow[];

type ResumptionRefusal =
  | 'notFound'
  | 'notYours'
  | 'changedElsewhere'
  | 'windowClosed'
  | 'nothingToResume'
  | 'stoppedWithAnother'
  | 'mayBeOut'
  | 'threadWentOn'
  | 'unknownPart'
  | 'wordsGone';

/**
 * Which parts of a locked thread go on when its author wants it to go on from a part that failed: that one, unless it is
 * left out, and those that were stopped with it. What is out stays, what its author took back stays taken back. A part
 * that may be out although a person let it go is never sent again, but may be left out.
 */
export function decideResumption(
  thread: readonly PostRow[],
  wanted: WantedResumption,
): Result<Resumption, ResumptionRefusal> {
  const failed = thread.find((row) => row.post_id === wanted.postId);
  if (!failed) return refuse('notFound');
  const notTheirs = refusalOfChange(failed, wanted);
  if (notTheirs) return notTheirs;
  if (isChangedSo(failed, wanted)) return accept([]);
  const refused = refusalOfFailed(failed, wanted.skip);
  if (refused) return refused;
  if (failed.edits !== wanted.basedOn) return refuse('changedElsewhere');
  const stopped = thread.filter((row) => row.stopped_with === failed.position && hasFailed(row));
  const parts = wanted.skip ? stopped : [failed, ...stopped];
  return refusalOfParts(thread, parts, wanted) ?? accept(byPosition(parts));
}

const hasFailed = ({ state }: PostRow): boolean =>
  state === 'rejected' || state === 'withdrawn' || state === 'declined';

function refusalOfFailed(failed: PostRow, skip: boolean): Refusal<ResumptionRefusal> | undefined {
  if (failed.state === 'missedWindow') return refuse('windowClosed');
  if (!hasFailed(failed)) return refuse('nothingToResume');
  if (failed.stopped_with !== null) return refuse('stoppedWithAnother');
  return !skip && wasLetGo(failed) ? refuse('mayBeOut') : undefined;
}

/** X said no to what it rejected, whatever was thought before; of what a person let go nobody knows. */
const wasLetGo = (row: PostRow): boolean => row.state === 'withdrawn' && row.maybe_out_since !== null;

function refusalOfParts(
  thread: readonly PostRow[],
  parts: readonly PostRow[],
  { changed }: WantedResumption,
): Refusal<ResumptionRefusal> | undefined {
  const [first] = byPosition(parts);
  if (!first) return refuse('nothingToResume');
  const behind = thread.filter((row) => row.position > first.position && !parts.includes(row));
  if (behind.some(isOrMayBeOut)) return refuse('threadWentOn');
  if (changed.some((postId) => !parts.some((part) => part.post_id === postId))) return refuse('unknownPart');
  const lost = parts.find((part) => part.sealed_text.length === 0 && !changed.includes(part.post_id));
  return lost && refuse('wordsGone', { details: { postId: lost.post_id } });
}

const isOrMayBeOut = ({ state, x_post_id: xPostId, maybe_out_since: since }: PostRow): boolean =>
  state === 'attempting' || xPostId !== null || since !== null;

const byPosition = (rows: readonly PostRow[]): PostRow[] => [...rows].sort((a, b) => a.position - b.position);
