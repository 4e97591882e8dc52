import type { TakeoverId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { openArchiveReason } from '../posts/post-text.js';

/** What stands in the public archive, and what is kept out of it. */
export const archiveSources = (vault: Vault): readonly ExportSource[] => [entries, keptOutWith(vault)];

const entries: ExportSource = {
  file: 'archive-entries',
  sql: `SELECT e.takeover_id AS key, e.takeover_id AS "takeoverId", e.opened_at AS "openedAt", e.closed_at AS "closedAt",
               CASE WHEN c.is_anonymous THEN NULL ELSE e.name END AS name,
               ARRAY(SELECT p.post_id FROM archive_post p
                      WHERE p.charity_id = e.charity_id AND p.takeover_id = e.takeover_id ORDER BY p.ordinal) AS "postIds"
          FROM archive_entry e JOIN archive_curator c USING (charity_id, curator_id)
         WHERE $1::uuid IS NULL OR e.takeover_id > $1::uuid ORDER BY e.takeover_id LIMIT $2`,
};

interface KeptOutRow {
  readonly takeoverId: TakeoverId;
  readonly what: string;
  readonly sealed_reason: Buffer | null;
}

const keptOutWith = (vault: Vault): ExportSource<KeptOutRow> => ({
  file: 'archive-kept-out',
  sql: `SELECT takeover_id || ' ' || what || ' ' || kept_out_by AS key, takeover_id AS "takeoverId", what,
               kept_out_by AS by, since, sealed_reason FROM archive_out
         WHERE $1::text IS NULL OR takeover_id || ' ' || what || ' ' || kept_out_by > $1::text ORDER BY 1 LIMIT $2`,
  show: async ({ takeoverId, what, sealed_reason: sealed }, tx) => ({
    reason: sealed && (await openArchiveReason(vault, tx, { takeoverId, what, sealed })),
  }),
});
