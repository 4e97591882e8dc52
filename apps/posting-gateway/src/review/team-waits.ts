import type { FollowUpId, HeldPost, MentionId, PostId, TeamWait } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Held posts enter and leave by the database's own hand; these by ours. */
interface Wait {
  readonly what: Exclude<TeamWait, 'heldPost'>;
  readonly id: FollowUpId | MentionId;
}

/** Until when somebody should have seen to it, in minutes: then the team is reminded. */
const dueMinutes = { followUp: 60, report: 24 * 60 } as const;

/** Somebody of the team has to see to this. Said again, it begins anew. */
export const waitForTeam = (tx: Tx, { what, id }: Wait): Promise<unknown> =>
  tx.query(
    `INSERT INTO team_wait (charity_id, what, id, due_at, remind_at)
     VALUES ($1, $2, $3, baton.now() + $4 * interval '1 minute', baton.now() + $4 * interval '1 minute')
     ON CONFLICT (charity_id, what, id) DO UPDATE
       SET since = excluded.since, due_at = excluded.due_at, remind_at = excluded.remind_at, reminders = 0`,
    [tx.charityId, what, id, dueMinutes[what]],
  );

export const endWait = (tx: Tx, { what, id }: Wait): Promise<unknown> =>
  tx.query('DELETE FROM team_wait WHERE charity_id = $1 AND what = $2 AND id = $3', [tx.charityId, what, id]);

interface HeldWait {
  readonly since: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
}

/** Since when each held post waits, until when somebody means to look, and whether that is over. */
export async function heldPostWaits(tx: Tx): Promise<ReadonlyMap<PostId, HeldWait>> {
  const rows = await tx.query<HeldWait & { readonly id: PostId }>(
    `SELECT id, since, due_at AS "dueAt", due_at <= baton.now() AS "isOverdue" FROM team_wait
      WHERE charity_id = $1 AND what = 'heldPost'`,
    [tx.charityId],
  );
  return new Map(rows.map(({ id, ...wait }) => [id, wait]));
}

/** A held post has one, by the database's hand. */
export function presentWait(wait: HeldWait | undefined): HeldPost['waits'] {
  if (!wait) throw new Error('a held post waits for nobody');
  return { since: wait.since.toISOString(), dueAt: wait.dueAt.toISOString(), isOverdue: wait.isOverdue };
}
