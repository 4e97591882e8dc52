import { createHash } from 'node:crypto';
import type { SurveyId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findSurvey, type SurveyRow } from '../survey-row.js';

const find = 'SELECT survey_id AS "surveyId" FROM survey_link WHERE charity_id = $1 AND token_hash = $2';

/**
 * The survey that a link in a mail leads to. Undefined where the link never was or its survey is gone. A plain hash will do: of
 * 256 random bits nobody finds the rest.
 */
export async function surveyByLink(
  tx: Tx,
  token: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<SurveyRow | undefined> {
  const hash = createHash('sha256').update(token).digest();
  const [link] = await tx.query<{ surveyId: SurveyId }>(find, [tx.charityId, hash]);
  return link && findSurvey(tx, link.surveyId, lock);
}
