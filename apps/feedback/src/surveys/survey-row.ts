import type { CuratorId, Survey, SurveyId, SurveyWave, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface SurveyRow {
  readonly survey_id: SurveyId;
  readonly takeover_id: TakeoverId | null;
  readonly curator_id: CuratorId;
  readonly wave: SurveyWave;
  readonly state: Survey['state'];
  readonly opened_at: Date;
  readonly closes_at: Date | null;
  readonly answered_at: Date | null;
  readonly questions_version: number;
  readonly alarms: number;
}

export const surveyColumns = `
  survey_id, takeover_id, curator_id, wave, opened_at, closes_at, answered_at, questions_version, alarms,
  CASE WHEN answered_at IS NOT NULL THEN 'answered' WHEN closes_at <= baton.now() THEN 'over' ELSE 'open' END AS state`;

export const surveyOf = (row: SurveyRow): Survey => ({
  surveyId: row.survey_id,
  takeoverId: row.takeover_id,
  wave: row.wave,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  closesAt: row.closes_at?.toISOString() ?? null,
  answeredAt: row.answered_at?.toISOString() ?? null,
});

type Lock = '' | 'FOR UPDATE';

export async function findSurvey(
  tx: Tx,
  surveyId: SurveyId,
  lock: Lock = '',
): Promise<SurveyRow | undefined> {
  const [row] = await tx.query<SurveyRow>(
    `SELECT ${surveyColumns} FROM survey WHERE charity_id = $1 AND survey_id = $2 ${lock}`,
    [tx.charityId, surveyId],
  );
  return row;
}

/** One survey if it is this curator's: somebody else's is not there. */
export async function findOwnSurvey(
  tx: Tx,
  { surveyId, curatorId }: { readonly surveyId: SurveyId; readonly curatorId: CuratorId },
  lock: Lock = '',
): Promise<SurveyRow | undefined> {
  const row = await findSurvey(tx, surveyId, lock);
  return row?.curator_id === curatorId ? row : undefined;
}
