import type { CuratorId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { notesAbout } from '../notes/notes-about.js';

/** What reports are made of. */
export const reportSources = (vault: Vault): readonly ExportSource[] => [
  weekends,
  holds,
  incidents,
  notesWith(vault),
  agreements,
  gone,
];

const weekends: ExportSource = {
  file: 'weekends',
  sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", curator_id AS "curatorId", pen_name AS "penName",
               identity_level AS "identityLevel", agreement_version AS "agreementVersion", opens_at AS "opensAt",
               closes_at AS "closesAt", opened_at AS "openedAt", closed_at AS "closedAt",
               never_opened AS "neverOpened", because, given_back_at AS "givenBackAt" FROM weekend
         WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
};

const holds: ExportSource = {
  file: 'holds',
  sql: `SELECT post_id || '/' || lpad(revision::text, 10, '0') AS key, post_id AS "postId", revision,
               takeover_id AS "takeoverId", checks, held_at AS "heldAt", decided_at AS "decidedAt", verdict,
               decided_by AS "decidedBy" FROM hold
         WHERE $1::text IS NULL OR post_id || '/' || lpad(revision::text, 10, '0') > $1::text ORDER BY 1 LIMIT $2`,
};

const incidents: ExportSource = {
  file: 'incidents',
  sql: `SELECT incident_id AS key, incident_id AS "incidentId", kind, at, takeover_id AS "takeoverId", proof FROM incident
         WHERE $1::uuid IS NULL OR incident_id > $1::uuid ORDER BY incident_id LIMIT $2`,
};

interface SealedNote {
  readonly curatorId: CuratorId;
  readonly sealed_text: Buffer;
}

/** An archive is read by more people than managers: what is not meant for them stays behind. */
const notesWith = (vault: Vault): ExportSource<SealedNote> => ({
  file: 'weekend-notes',
  sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", version, changed_at AS "changedAt", sealed_text,
               curator_id AS "curatorId" FROM weekend_note JOIN weekend USING (charity_id, takeover_id)
         WHERE for_report AND ($1::uuid IS NULL OR takeover_id > $1::uuid) ORDER BY takeover_id LIMIT $2`,
  show: async ({ curatorId, sealed_text: sealed }, tx) => ({
    text: await vault.open(tx, notesAbout(curatorId), 'notes', sealed).catch(() => ''),
  }),
});

const agreements: ExportSource = {
  file: 'curator-agreements',
  sql: `SELECT curator_id || '/' || lpad(revision::text, 10, '0') AS key, curator_id AS "curatorId",
               agreement_version AS "agreementVersion", agreed_at AS "agreedAt", identity_level AS "identityLevel"
          FROM curator_agreement
         WHERE $1::text IS NULL OR curator_id || '/' || lpad(revision::text, 10, '0') > $1::text ORDER BY 1 LIMIT $2`,
};

const gone: ExportSource = {
  file: 'curators-gone',
  sql: `SELECT curator_id AS key, curator_id AS "curatorId" FROM curator_gone
         WHERE $1::uuid IS NULL OR curator_id > $1::uuid ORDER BY curator_id LIMIT $2`,
};
