import type { CuratorId, SurveyId, SurveyWave } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

interface HeardSurvey {
  readonly surveyId: SurveyId;
  readonly curatorId: CuratorId;
  readonly wave: SurveyWave;
}

const hasBegunSince = `
  SELECT FROM curated WHERE charity_id = $1 AND curator_id = $2 AND opened_at > $3 LIMIT 1`;
const keepOpen = `
  INSERT INTO heard_survey (charity_id, survey_id, curator_id, wave, opened_at, is_over)
  VALUES ($1, $2, $3, $4, $5, false) ON CONFLICT (charity_id, survey_id) DO NOTHING RETURNING survey_id`;
const keepOver = `
  INSERT INTO heard_survey (charity_id, survey_id, curator_id, wave, opened_at, is_over)
  VALUES ($1, $2, $3, $4, $5, true) ON CONFLICT (charity_id, survey_id) DO UPDATE SET is_over = true`;

/** Whether somebody is asked something new. Not where it is heard too late: they have answered, or their weekend has begun. */
export async function heardOpen(tx: Tx, survey: HeardSurvey, openedAt: string): Promise<boolean> {
  const { surveyId, curatorId, wave } = survey;
  if (wave === 'before') {
    const begun = await tx.query(hasBegunSince, [tx.charityId, curatorId, openedAt]);
    if (begun.length > 0) return false;
  }
  const kept = await tx.query(keepOpen, [tx.charityId, surveyId, curatorId, wave, openedAt]);
  return kept.length > 0;
}

/** It takes no more answers, also where nobody has heard yet that it is open. */
export async function heardOver(
  tx: Tx,
  { surveyId, curatorId, wave }: HeardSurvey,
  at: string,
): Promise<void> {
  await tx.query(keepOver, [tx.charityId, surveyId, curatorId, wave, at]);
}

/** A weekend has begun: how its curator was before it is asked no more. */
export async function heardBegun(tx: Tx, curatorId: CuratorId, openedAt: string): Promise<void> {
  await tx.query(
    `UPDATE heard_survey SET is_over = true
      WHERE charity_id = $1 AND curator_id = $2 AND wave = 'before' AND opened_at <= $3`,
    [tx.charityId, curatorId, openedAt],
  );
}

export async function isOver(tx: Tx, surveyId: SurveyId): Promise<boolean> {
  const over = await tx.query(
    'SELECT FROM heard_survey WHERE charity_id = $1 AND survey_id = $2 AND is_over',
    [tx.charityId, surveyId],
  );
  return over.length > 0;
}
