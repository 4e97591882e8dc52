import type { Caller, MentionConcern, MentionId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { looksOf, messageSeen } from '../review/looks.js';

const hard: ReadonlySet<MentionConcern> = new Set(['threat', 'slur', 'sexual', 'abuse', 'reported']);

interface Shielded {
  readonly mentionId: MentionId;
  /** Why it was set aside; null: it was not. */
  readonly kinds: readonly MentionConcern[] | null;
}

export const isHardToRead = ({ kinds }: Pick<Shielded, 'kinds'>): boolean =>
  kinds?.some((kind) => hard.has(kind)) ?? false;

/** Which of these the team is spared until they ask with `look-at-mention`. A curator asks by opening one. */
export async function messagesHiddenFrom(
  tx: Tx,
  caller: Caller,
  rows: readonly Shielded[],
): Promise<ReadonlySet<MentionId>> {
  const ids = rows.filter(isHardToRead).map(({ mentionId }) => mentionId);
  if (caller.kind !== 'staff' || ids.length === 0) return new Set();
  const looks = await looksOf(tx, caller.memberId, ids);
  return new Set(ids.filter((id) => !looks.has(messageSeen(id))));
}
