import type { Language, OwnSurveyQuestion, SurveyQuestion, SurveyWave } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { ownQuestionsOf } from '../own-questions/own-questions-row.js';
import { questionsOf } from './questions.js';

/** What a survey asks: with the charity's own questions as they were when it was opened, whatever they are now. */
export async function askedIn(
  tx: Tx,
  survey: { readonly wave: SurveyWave; readonly questions_version: number },
  language: Language = 'en',
): Promise<SurveyQuestion[]> {
  const own: OwnSurveyQuestion[] = await ownQuestionsOf(tx, survey.wave, survey.questions_version);
  return questionsOf(survey.wave, own, language);
}
