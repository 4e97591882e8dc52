import { accept, type CuratorId, type Refusal, type Result, refuse } from '@baton/contracts';
import type { PostRow } from './post-row.js';

/** Who wants to change which post, and on which state of it they began to. */
export interface WantedChange {
  readonly curatorId: CuratorId | undefined;
  readonly basedOn: number;
  /** Of the whole wish: the same wish again has the same one. */
  readonly fingerprint: Buffer;
}

/** The change may be made, or it has been made: what was asked is here already, and gets the same answer. */
export type MayChange = 'change' | 'changed';

/** Whether a locked post may be changed at all, before anybody looks at the new words. */
export function decideEdit(
  row: PostRow,
  wanted: WantedChange,
): Result<MayChange, 'notYours' | 'changedElsewhere' | 'tooLate' | 'mayBeOut'> {
  const refused = refusalOfChange(row, wanted);
  if (refused) return refused;
  if (isChangedSo(row, wanted)) return accept('changed');
  if (row.state !== 'queued' && row.state !== 'held') return refuse('tooLate');
  if (row.maybe_out_since) return refuse('mayBeOut');
  return row.edits === wanted.basedOn ? accept('change') : refuse('changedElsewhere');
}

export const refusalOfChange = (
  row: PostRow,
  { curatorId }: WantedChange,
): Refusal<'notYours'> | undefined =>
  row.curator_id === null || row.curator_id !== curatorId ? refuse('notYours') : undefined;

/** The last change was this very one. */
export const isChangedSo = (row: PostRow, { basedOn, fingerprint }: WantedChange): boolean =>
  row.edits === basedOn + 1 && row.edit_fingerprint?.equals(fingerprint) === true;
