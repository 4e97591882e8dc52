import type { ExportSource } from '@baton/service-kit';
import { suggestedByWeek } from '../nominations/suggested-by-week.js';

/**
 * In the order of the archive. Nothing here opens the vault, and nothing that an applicant wrote about themselves is in it:
 * an archive holds nobody's identity.
 */
export const exportSources: readonly ExportSource[] = [
  {
    file: 'calls',
    sql: `SELECT call_id AS key, call_id AS "callId", version, opens_at AS "opensAt", closes_at AS "closesAt", capacity,
                 opened_at AS "openedAt" FROM call
           WHERE $1::uuid IS NULL OR call_id > $1::uuid ORDER BY call_id LIMIT $2`,
  },
  {
    file: 'call-versions',
    sql: `SELECT key, call_id AS "callId", version, content, published_at AS "publishedAt"
            FROM (SELECT *, concat_ws('/', call_id, lpad(version::text, 8, '0')) COLLATE "C" AS key
                    FROM call_version) AS version_of_call
           WHERE $1::text IS NULL OR key > $1 ORDER BY key LIMIT $2`,
  },
  {
    file: 'agreements',
    sql: `SELECT version::text AS key, version, text, hash, published_at AS "publishedAt" FROM agreement
           WHERE $1::int IS NULL OR version > $1::int ORDER BY version LIMIT $2`,
  },
  {
    file: 'applications',
    sql: `SELECT application_id AS key, application_id AS "applicationId", call_id AS "callId",
                 call_version AS "callVersion", curator_id AS "curatorId", pen_name AS "penName", identity_level AS "identityLevel", state,
                 agreement_version AS "agreementVersion", applied_at AS "appliedAt"
            FROM application
           WHERE $1::uuid IS NULL OR application_id > $1::uuid ORDER BY application_id LIMIT $2`,
  },
  {
    file: 'nominations',
    sql: `SELECT * FROM (SELECT concat_ws('/', "weekOf", "nominatedBy") COLLATE "C" AS key, week.*
                           FROM (${suggestedByWeek()}) AS week) AS told
           WHERE $1::text IS NULL OR key > $1 ORDER BY key LIMIT $2`,
  },
  {
    file: 'application-moves',
    sql: `SELECT id::text AS key, application_id AS "applicationId", from_state AS "from", to_state AS "to",
                 moved_by AS actor, reason, moved_at AS at FROM application_move
           WHERE $1::bigint IS NULL OR id > $1::bigint ORDER BY id LIMIT $2`,
  },
  {
    file: 'agreement-acceptances',
    sql: `SELECT key, curator_id AS "curatorId", version, hash, accepted_at AS "acceptedAt"
            FROM (SELECT *, concat_ws('/', curator_id, version, extract(epoch FROM accepted_at)) COLLATE "C" AS key
                    FROM agreement_acceptance) AS acceptance
           WHERE $1::text IS NULL OR key > $1 ORDER BY key LIMIT $2`,
  },
  {
    file: 'letter-words',
    sql: `SELECT key, letter, language, version, subject, opening, text, set_by AS "setBy", set_at AS "setAt"
            FROM (SELECT *, concat_ws('/', letter, language, to_char(version, 'FM0000000')) COLLATE "C" AS key
                    FROM letter_words) AS words
           WHERE $1::text IS NULL OR key > $1 ORDER BY key LIMIT $2`,
  },
  {
    file: 'identity-openings',
    sql: `SELECT id::text AS key, application_id AS "applicationId", opened_by AS "openedBy",
                 opened_at AS "openedAt" FROM vault_opening
           WHERE $1::bigint IS NULL OR id > $1::bigint ORDER BY id LIMIT $2`,
  },
];
