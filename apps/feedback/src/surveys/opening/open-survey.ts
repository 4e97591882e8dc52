import {
  type CuratorId,
  type SurveyId,
  type SurveyWave,
  surveyOpenDays,
  surveyOpened,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { remember } from './due.js';

export interface SurveyToOpen {
  readonly curatorId: CuratorId;
  readonly wave: SurveyWave;
  /** Null before a takeover. */
  readonly takeoverId: TakeoverId | null;
}

const insert = `
  INSERT INTO survey (charity_id, survey_id, takeover_id, curator_id, wave, closes_at, questions_version)
  SELECT $1, $2, $3, $4, $5,
         CASE WHEN $5 = 'before' THEN NULL ELSE baton.now() + make_interval(days => $6) END,
         coalesce((SELECT max(version) FROM own_questions WHERE charity_id = $1 AND wave = $5), 0)
  ON CONFLICT DO NOTHING RETURNING closes_at`;

/** Asks a curator something, once for each takeover and wave; with the charity's own questions as they are now. */
export async function openSurvey(tx: Tx, { curatorId, wave, takeoverId }: SurveyToOpen): Promise<void> {
  const surveyId = newId<SurveyId>();
  const values = [tx.charityId, surveyId, takeoverId, curatorId, wave, surveyOpenDays];
  const [opened] = await tx.query<{ closes_at: Date | null }>(insert, values);
  if (!opened) return;
  const closesAt = opened.closes_at?.toISOString() ?? null;
  if (closesAt) await remember(tx, 'forgetUnsent', surveyId, closesAt);
  const data = { surveyId, takeoverId, curatorId, wave, closesAt };
  await appendFacts(tx, newFact(surveyOpened, { subject: surveyId, revision: 1, data }));
}
