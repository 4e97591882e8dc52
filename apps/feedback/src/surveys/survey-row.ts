import type { CharityId, CuratorId, OutputOf, SurveyId, TakeoverId, viewSurvey } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Survey = OutputOf<typeof viewSurvey>['survey'];

export interface SurveyRow {
  readonly survey_id: SurveyId;
  readonly takeover_id: TakeoverId;
  readonly curator_id: CuratorId;
  readonly opened_at: Date;
  readonly answered_at: Date | null;
  readonly answer_fingerprint: Buffer | null;
}

export const surveyColumns = 'survey_id, takeover_id, curator_id, opened_at, answered_at, answer_fingerprint';

export const surveyOf = (row: SurveyRow): Survey => ({
  surveyId: row.survey_id,
  takeoverId: row.takeover_id,
  wave: 'after',
  openedAt: row.opened_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
});

/** One survey if it is this curator's: somebody else's is not there. */
export async function findSurvey(
  tx: Tx,
  key: { charityId: CharityId; surveyId: SurveyId; curatorId: CuratorId },
  lock: '' | 'FOR UPDATE' = '',
): Promise<SurveyRow | undefined> {
  const [row] = await tx.query<SurveyRow>(
    `SELECT ${surveyColumns} FROM survey WHERE charity_id = $1 AND survey_id = $2 AND curator_id = $3 ${lock}`,
    [key.charityId, key.surveyId, key.curatorId],
  );
  return row;
}
