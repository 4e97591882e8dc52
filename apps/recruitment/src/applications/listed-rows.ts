import type { ApplicationId, MessageFrom } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type Application, applicationColumns } from './application-row.js';

/** An application with what its conversation tells of it. */
export interface ListedRow extends Application {
  readonly unread: number;
  readonly lastWord: MessageFrom | null;
  readonly waitingSince: Date;
  readonly appliedBefore: number;
}

/** How many applications came from the same address before; the vault stays shut. */
const appliedBefore = `
  SELECT count(*)::int FROM person mine
    JOIN person theirs ON theirs.charity_id = mine.charity_id AND theirs.email_fingerprint = mine.email_fingerprint
    JOIN application earlier ON earlier.charity_id = theirs.charity_id
                            AND earlier.application_id = theirs.application_id
   WHERE mine.charity_id = application.charity_id AND mine.application_id = application.application_id
     AND earlier.applied_at < application.applied_at`;

/**
 * Applications of a charity (`$1`), to be narrowed down by whoever reads them: with what is unread, who wrote last, and since
 * when it is whoever's turn it is.
 */
export const listed = `
  SELECT ${applicationColumns}, unread, last_word, last_word AS "lastWord",
         coalesce(unread_since, greatest(state_since, last_at)) AS "waitingSince",
         (${appliedBefore}) AS "appliedBefore"
    FROM application CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE sender = 'person' AND read_at IS NULL)::int AS unread,
             min(written_at) FILTER (WHERE sender = 'person' AND read_at IS NULL) AS unread_since,
             (array_agg(sender ORDER BY written_at DESC, message_id DESC))[1] AS last_word,
             max(written_at) AS last_at
        FROM application_message message
       WHERE message.charity_id = application.charity_id AND message.application_id = application.application_id
    ) conversation
   WHERE charity_id = $1`;

export async function findListed(tx: Tx, id: ApplicationId): Promise<ListedRow | undefined> {
  const [row] = await tx.query<ListedRow>(`${listed} AND application_id = $2`, [tx.charityId, id]);
  return row;
}
