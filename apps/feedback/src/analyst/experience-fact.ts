import { experienceRecorded, type LonelinessAnswers, uclaScore } from '@baton/contracts';
import { type NewFact, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { zoneOf } from '../charity/zone-of.js';
import type { SurveyRow } from '../surveys/survey-row.js';
import { weekOf } from './week-of.js';

/**
 * What an analyst learns of an answer: scores, a week, and a pseudonym that is stable within this charity's feed and leads
 * nowhere else (a keyed digest; the key never leaves the vault). No takeover, no survey, no words, no exact time, no cause
 * and no trace; the event's id is random, because one that sorts by time would tell the moment.
 */
export async function experienceFact(
  tx: Tx,
  vault: Vault,
  survey: SurveyRow,
  { loneliness, experience }: { readonly loneliness: LonelinessAnswers; readonly experience: number | null },
): Promise<NewFact> {
  const digest = await vault.fingerprint(tx.charityId, 'analyst respondent', survey.curator_id);
  const respondent = `r_${digest.toString('hex').slice(0, 16)}`;
  const week = weekOf(survey.answered_at ?? survey.opened_at, await zoneOf(tx));
  const data = {
    respondent,
    wave: 'after' as const,
    week,
    ucla: uclaScore(loneliness),
    direct: loneliness.direct,
    experience,
  };
  return newFact(experienceRecorded, {
    subject: respondent,
    revision: await nextRevision(tx, survey),
    data,
    time: new Date(`${week}T00:00:00.000Z`),
  });
}

/** How many takeovers this curator has answered about, this one included. Two answers at once take turns and count up. */
async function nextRevision(tx: Tx, survey: SurveyRow): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `respondent ${survey.curator_id}`,
  ]);
  const [row] = await tx.query<{ answers: string }>(
    `SELECT count(*) AS answers FROM survey
      WHERE charity_id = $1 AND curator_id = $2 AND wave = 'after' AND answered_at IS NOT NULL`,
    [tx.charityId, survey.curator_id],
  );
  return Number(row?.answers ?? 1);
}
