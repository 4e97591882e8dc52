import { type OwnSurveyQuestion, OwnSurveyQuestions, type SurveyWave } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface OwnQuestionsRow {
  readonly version: number;
  readonly setAt: string | null;
  readonly own: OwnSurveyQuestion[];
}

/** The charity's own questions of one version; version 0 asks nothing. */
export async function ownQuestionsOf(
  tx: Tx,
  wave: SurveyWave,
  version: number,
): Promise<OwnSurveyQuestion[]> {
  if (version === 0) return [];
  const [row] = await tx.query<{ questions: unknown }>(
    'SELECT questions FROM own_questions WHERE charity_id = $1 AND wave = $2 AND version = $3',
    [tx.charityId, wave, version],
  );
  if (!row) throw new Error('a survey asks a version of questions that there is not');
  return OwnSurveyQuestions.parse(row.questions);
}

/** As surveys that are opened from now on ask them. */
export async function newestQuestionsOf(tx: Tx, wave: SurveyWave): Promise<OwnQuestionsRow> {
  const [row] = await tx.query<{ version: number; setAt: Date; questions: unknown }>(
    `SELECT version, set_at AS "setAt", questions FROM own_questions
      WHERE charity_id = $1 AND wave = $2 ORDER BY version DESC LIMIT 1`,
    [tx.charityId, wave],
  );
  if (!row) return { version: 0, setAt: null, own: [] };
  const { version, setAt, questions } = row;
  return { version, setAt: setAt.toISOString(), own: OwnSurveyQuestions.parse(questions) };
}
