import type { CallContext } from '@baton/messaging';
import { curatorOf } from '../takeovers/curator-of.js';
import { consentStands } from './archive-consent.js';
import { keptOutBy } from './kept-out.js';
import { countsOf, entryColumns } from './public-entries.js';

/** Entries whose consent stands, kept out or not. `$1` is the charity, `$2` a curator, or null for the team. */
export const keptEntries = `
  SELECT e.charity_id, e.takeover_id, e.opened_at, e.closed_at, c.is_anonymous,
         CASE WHEN c.is_anonymous THEN NULL ELSE e.name END AS name
    FROM archive_entry e JOIN archive_curator c USING (charity_id, curator_id)
   WHERE e.charity_id = $1 AND ($2::uuid IS NULL OR e.curator_id = $2::uuid) AND ${consentStands}`;

const everyPost = 'p.charity_id = e.charity_id AND p.takeover_id = e.takeover_id';

export const keptColumns = `${entryColumns}, ${keptOutBy('e.takeover_id')} AS "keptOutBy"`;
export const keptCounts = `CROSS JOIN LATERAL (${countsOf(everyPost)}) AS counted`;

/** Whose entries whoever calls may see: their own, or as one of the team all of them. */
export const whose = (call: CallContext): string | null => curatorOf(call) ?? null;
