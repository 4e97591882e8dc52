import { accept, type InputOf, type OutputOf, SurveyWave, type viewSurveyQuestions } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { askedAlways } from '../answering/questions.js';
import { newestQuestionsOf, type OwnQuestionsRow } from './own-questions-row.js';

type WaveQuestions = OutputOf<typeof viewSurveyQuestions>['waves'][number];

@Injectable()
export class ViewSurveyQuestions implements Handles<typeof viewSurveyQuestions> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewSurveyQuestions>) {
    const waves = await this.database.inCharity(charityId, async (tx) => {
      const shown: WaveQuestions[] = [];
      for (const wave of SurveyWave.options) shown.push(shownIn(wave, await newestQuestionsOf(tx, wave)));
      return shown;
    });
    return accept({ waves });
  }
}

export const shownIn = (wave: SurveyWave, newest: OwnQuestionsRow): WaveQuestions => ({
  wave,
  ...newest,
  always: askedAlways(wave, 'en'),
});
