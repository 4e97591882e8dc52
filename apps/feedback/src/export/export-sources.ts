import type { CuratorId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { respondent } from '../surveys/respondent.js';
import { reportSources } from './report-sources.js';

interface SurveyWords {
  readonly curatorId: CuratorId;
  readonly words_sealed: Buffer | null;
}

/** In the order of the archive. */
export const exportSources = (vault: Vault): readonly ExportSource[] => [
  surveysWith(vault),
  takeoverCounts,
  ...reportSources(vault),
];

const surveysWith = (vault: Vault): ExportSource<SurveyWords> => ({
  file: 'surveys',
  sql: `SELECT survey_id AS key, survey_id AS "surveyId", takeover_id AS "takeoverId", curator_id AS "curatorId", wave,
               opened_at AS "openedAt", answered_at AS "answeredAt", companionship, left_out AS "leftOut", isolated,
               direct, experience, words_sealed FROM survey
         WHERE $1::uuid IS NULL OR survey_id > $1::uuid ORDER BY survey_id LIMIT $2`,
  // Empty where they do not open any more: one author's shredded key must not end the export of all the others.
  show: async ({ curatorId, words_sealed: sealed }, tx) => ({
    words: sealed && (await vault.open(tx, respondent(curatorId), 'words', sealed).catch(() => '')),
  }),
});

const takeoverCounts: ExportSource = {
  file: 'takeover-counts',
  sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", published, replies, pictures, held FROM takeover_count
         WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
};
