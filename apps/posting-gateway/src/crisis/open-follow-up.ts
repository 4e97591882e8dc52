import {
  type CuratorId,
  crisisNoticed,
  type FollowUpId,
  type PostId,
  type Severity,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { nameBasedId } from '@baton/service-kit';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { waitForTeam } from '../review/team-waits.js';
import { crisisIn } from './help-for.js';

const namespace = '6d3a1c0e5b8f4a2f9e7d4c1b0a998877';
/**
 * One for each post, whoever hands it over again, so that it can be repeated. Who rehearses a post and hands it over
 * afterwards under the same id has written it twice.
 */
const followUpOf = ({ of, takeoverId, curatorId }: Noticed): FollowUpId =>
  nameBasedId(namespace, takeoverId ? `post:${of}` : `rehearsal:${curatorId}:${of}`);

/** In the story of what was written. */
export const personWasAsked = 'A person of the team was asked to see how its author is.';

interface Noticed {
  readonly of: PostId;
  /** Null where it was not taken in. */
  readonly postId: PostId | null;
  /** Null: in a rehearsal. */
  readonly takeoverId: TakeoverId | null;
  readonly curatorId: CuratorId;
  readonly edition: number;
  readonly severity: Exclude<Severity, 'low'>;
}

/** Has a person see to whoever wrote posts with words of a crisis. Words that are there already open nothing anew. */
export async function openFollowUps(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  for (const row of rows) {
    const { post_id: postId, takeover_id: takeoverId, curator_id: curatorId, edition } = row;
    const severity = crisisIn(row.findings);
    if (!severity || !takeoverId || !curatorId) continue;
    const isNew = await openFollowUp(tx, { of: postId, postId, takeoverId, curatorId, edition, severity });
    if (isNew) await tell(tx, [postId], personWasAsked);
  }
}

/** Answers whether somebody was called who had not been called before. */
export async function openFollowUp(tx: Tx, noticed: Noticed): Promise<boolean> {
  const followUpId = followUpOf(noticed);
  const { postId, takeoverId, curatorId, edition, severity } = noticed;
  const [opened] = await tx.query<{ revision: number }>(
    `INSERT INTO follow_up AS known (charity_id, follow_up_id, takeover_id, curator_id, post_id, edition, severity)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (charity_id, follow_up_id) DO UPDATE
        SET edition = excluded.edition, severity = excluded.severity, opened_at = baton.now(),
            post_id = coalesce(excluded.post_id, known.post_id), closed_at = NULL, closed_by = NULL, outcome = NULL,
            revision = known.revision + 1
      WHERE known.edition < excluded.edition
        AND (known.closed_at IS NOT NULL OR (known.severity = 'medium' AND excluded.severity = 'high'))
     RETURNING revision`,
    [tx.charityId, followUpId, takeoverId, curatorId, postId, edition, severity],
  );
  if (!opened) return false;
  await waitForTeam(tx, { what: 'followUp', id: followUpId });
  await appendFacts(
    tx,
    newFact(crisisNoticed, {
      ...{ subject: followUpId, revision: opened.revision },
      data: { followUpId, takeoverId, curatorId, postId, severity },
    }),
  );
  return true;
}
