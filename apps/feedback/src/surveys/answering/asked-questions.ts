import type { Language, OwnSurveyQuestion, SurveyQuestion, SurveyWave } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { ownQuestionsOf } from '../own-questions/own-questions-row.js';
import { questionsOf } from './questions.js';

interface Asking {
  readonly wave: SurveyWave;
  readonly questions_version: number;
}

/** What a survey asks: with the charity's own questions as they were when it was opened, whatever they are now. */
export async function askedIn(tx: Tx, survey: Asking, language: Language = 'en'): Promise<SurveyQuestion[]> {
  const own: OwnSurveyQuestion[] = await ownQuestionsOf(tx, survey.wave, survey.questions_version);
  return questionsOf(survey.wave, own, language);
}

/** The same for many surveys, each version looked up once. */
export function askedInMany(tx: Tx): (survey: Asking) => Promise<readonly SurveyQuestion[]> {
  const known = new Map<string, Promise<SurveyQuestion[]>>();
  return (survey) => {
    const version = `${survey.wave} ${survey.questions_version}`;
    const asked = known.get(version) ?? askedIn(tx, survey);
    known.set(version, asked);
    return asked;
  };
}
