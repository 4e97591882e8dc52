import type { TakeoverId } from '@baton/contracts';
import { consentStands } from './archive-consent.js';

/**
 * Entries that anybody may see at this moment, with the name they may see: every read of the archive begins with this, so
 * that nothing is shown once it must not be. `$1` is the charity.
 */
export const publicEntries = `
  SELECT e.charity_id, e.takeover_id, e.opened_at, e.closed_at, e.name_words, c.is_anonymous,
         CASE WHEN c.is_anonymous THEN NULL ELSE e.name END AS name
    FROM archive_entry e JOIN archive_curator c USING (charity_id, curator_id)
   WHERE e.charity_id = $1 AND NOT e.is_out AND ${consentStands}
     AND NOT EXISTS (SELECT FROM kill_switch k WHERE k.charity_id = $1 AND k.standing = 'suspended')
     AND EXISTS (SELECT FROM archive_post p
                  WHERE p.charity_id = $1 AND p.takeover_id = e.takeover_id AND p.author = 'curator' AND NOT p.is_out
                    AND NOT (p.tells_name AND c.is_anonymous))`;

/** Of posts `p` of entries `e`: those that are shown. */
export const shownPost = `p.charity_id = e.charity_id AND p.takeover_id = e.takeover_id AND NOT p.is_out
  AND NOT (p.tells_name AND e.is_anonymous)`;

/** Of pictures `a` of such posts of entries `e`: those that are shown. */
export const shownPicture = 'NOT a.is_out AND NOT (a.tells_name AND e.is_anonymous)';

/** Of entries `e`: how many posts of the curator are shown, how many pictures, and how the first begins. */
export const countsOf = (shown: string, pictures = 'NOT a.is_out'): string => `
  SELECT count(*) FILTER (WHERE p.author = 'curator')::int AS posts, coalesce(sum(pictures.count), 0)::int AS pictures,
         coalesce((array_agg(left(p.text, 240) ORDER BY p.ordinal) FILTER (WHERE p.author = 'curator'))[1], '')
           AS "firstWords"
    FROM archive_post p, LATERAL (
      SELECT count(*) FROM archive_picture a
       WHERE a.charity_id = p.charity_id AND a.post_id = p.post_id AND ${pictures}) AS pictures
   WHERE ${shown}`;

/** Where a page ends, exact to the microsecond. */
export const cursorOf = `to_char(e.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || e.takeover_id`;

export interface EntryRow {
  readonly takeoverId: TakeoverId;
  readonly name: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly posts: number;
  readonly pictures: number;
  readonly firstWords: string;
}

export const entryColumns = `
  e.takeover_id AS "takeoverId", e.name, e.opened_at AS "openedAt", e.closed_at AS "closedAt", counted.*`;

export const presentEntry = (row: EntryRow) => ({
  takeoverId: row.takeoverId,
  name: row.name,
  openedAt: row.openedAt.toISOString(),
  closedAt: row.closedAt.toISOString(),
  posts: row.posts,
  pictures: row.pictures,
  firstWords: row.firstWords,
});

const cursor =
  /^((?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})(\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a cursor says; what is none says nothing, and the list begins anew. */
export function readCursor(
  after: string | undefined,
): readonly [openedAt: string | null, takeoverId: string | null] {
  const [, toTheMs, rest, takeoverId] = cursor.exec(after ?? '') ?? [];
  if (!toTheMs || !rest || !takeoverId) return [null, null];
  const instant = new Date(`${toTheMs}Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString() === `${toTheMs}Z`;
  return isReal ? [toTheMs + rest, takeoverId] : [null, null];
}
