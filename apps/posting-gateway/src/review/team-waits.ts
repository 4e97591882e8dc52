import {
  type DataOf,
  type FollowUpId,
  type MentionId,
  type PostId,
  type TeamsTurn,
  type TeamWait,
  teamWaitOver,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

/** Held posts enter and leave by the database's own hand; these by ours. */
interface Wait {
  readonly what: Exclude<TeamWait, 'heldPost'>;
  readonly id: FollowUpId | MentionId;
  /** Somebody may be in danger. */
  readonly isUrgent?: boolean;
}

/** Until when somebody should have seen to it, in minutes: then the team is reminded. */
const [urgentMinutes, usualMinutes] = [60, 24 * 60];

/** Somebody of the team has to see to this. Said again, it begins anew. */
export const waitForTeam = (tx: Tx, { what, id, isUrgent = true }: Wait): Promise<unknown> =>
  tx.query(
    `INSERT INTO team_wait (charity_id, what, id, due_at, remind_at)
     VALUES ($1, $2, $3, baton.now() + $4 * interval '1 minute', baton.now() + $4 * interval '1 minute')
     ON CONFLICT (charity_id, what, id) DO UPDATE
       SET since = excluded.since, due_at = excluded.due_at, remind_at = excluded.remind_at, reminders = 0`,
    [tx.charityId, what, id, isUrgent ? urgentMinutes : usualMinutes],
  );

export async function endWait(tx: Tx, { what, id }: Pick<Wait, 'what' | 'id'>): Promise<void> {
  await tx.query('DELETE FROM team_wait WHERE charity_id = $1 AND what = $2 AND id = $3', [
    tx.charityId,
    what,
    id,
  ]);
  await sayOver(tx, { what, id });
}

/** Whoever was called for it need not be called again. */
export const sayOver = (tx: Tx, data: DataOf<typeof teamWaitOver>): Promise<void> =>
  appendFacts(tx, newFact(teamWaitOver, { subject: data.id, revision: 1, data }));

/** How long each of these that is held waits for a person: the same for its author and for the team. */
export async function turnsOfTeam(
  tx: Tx,
  rows: readonly Pick<PostRow, 'post_id' | 'state'>[],
): Promise<ReadonlyMap<PostId, TeamsTurn>> {
  const held = rows.filter(({ state }) => state === 'held').map(({ post_id }) => post_id);
  if (held.length === 0) return new Map();
  const waits = await tx.query<{ id: PostId; since: Date; by: Date; isLate: boolean }>(
    `SELECT id, since, due_at AS by, due_at <= baton.now() AS "isLate" FROM team_wait
      WHERE charity_id = $1 AND what = 'heldPost' AND id = ANY($2)`,
    [tx.charityId, held],
  );
  return new Map(
    waits.map(({ id, since, by, isLate }) => [
      id,
      { since: since.toISOString(), by: by.toISOString(), isLate, words: wordsFor(isLate) },
    ]),
  );
}

const wordsFor = (isLate: boolean): string =>
  isLate
    ? 'It waits for a person of the team. They wanted to have looked by now, and were reminded. You have done nothing wrong: you can wait, change it, or take it back.'
    : 'It waits for a person of the team to look at it. You can change it or take it back meanwhile.';

/** Somebody has decided between two looks at the tables; whoever asks again sees what. */
export const justDecided = ({ accepted_at: at }: Pick<PostRow, 'accepted_at'>): TeamsTurn => ({
  ...{ since: at.toISOString(), by: at.toISOString(), isLate: false },
  words: 'The team is deciding about it at this moment.',
});
