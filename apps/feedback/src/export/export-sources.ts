import type { CuratorId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { engagement } from '../engagement/export-engagement.js';
import { pulseAnswersWith } from '../pulse/export-answers.js';
import { respondent } from '../surveys/respondent.js';
import { reportSources } from './report-sources.js';

interface SurveyAnswer {
  readonly curatorId: CuratorId;
  readonly choice: string | null;
  readonly words_sealed: Buffer | null;
}

/** In the order of the archive. */
export const exportSources = (vault: Vault): readonly ExportSource[] => [
  pulseAnswersWith(vault),
  ...engagement,
  surveys,
  surveyAnswersWith(vault),
  ownQuestions,
  takeoverCounts,
  ...reportSources(vault),
];

const surveys: ExportSource = {
  file: 'surveys',
  sql: `SELECT survey_id AS key, survey_id AS "surveyId", takeover_id AS "takeoverId", curator_id AS "curatorId", wave,
               opened_at AS "openedAt", closes_at AS "closesAt", answered_at AS "answeredAt",
               questions_version AS "questionsVersion", companionship, left_out AS "leftOut", isolated, direct, experience
          FROM survey
         WHERE $1::uuid IS NULL OR survey_id > $1::uuid ORDER BY survey_id LIMIT $2`,
};

const surveyAnswersWith = (vault: Vault): ExportSource<SurveyAnswer> => ({
  file: 'survey-answers',
  sql: `SELECT survey_id || ':' || question_key AS key, survey_id AS "surveyId", curator_id AS "curatorId",
               question_key AS question, choice, words_sealed, may_quote AS "mayQuote", shown, saved_at AS "savedAt"
          FROM survey_answer JOIN survey USING (charity_id, survey_id)
         WHERE $1::text IS NULL OR survey_id || ':' || question_key > $1::text
         ORDER BY survey_id || ':' || question_key LIMIT $2`,
  // Empty where they do not open any more: one author's shredded key must not end the export of all the others.
  show: async ({ curatorId, choice, words_sealed: sealed }, tx) => ({
    answer: sealed ? await vault.open(tx, respondent(curatorId), 'words', sealed).catch(() => '') : choice,
  }),
});

const ownQuestions: ExportSource = {
  file: 'survey-questions',
  sql: `SELECT wave || ':' || lpad(version::text, 9, '0') AS key, wave, version, set_at AS "setAt", questions FROM own_questions
         WHERE $1::text IS NULL OR wave || ':' || lpad(version::text, 9, '0') > $1::text
         ORDER BY wave || ':' || lpad(version::text, 9, '0') LIMIT $2`,
};

const takeoverCounts: ExportSource = {
  file: 'takeover-counts',
  sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", published, replies, pictures, held FROM takeover_count
         WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
};
