import { type InputOf, type ResultOf, refuse, type saveSurveyAnswer } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findOwnSurvey } from '../survey-row.js';
import { curatorOf } from './curator-of-call.js';
import { SaveAnswer } from './save-answer.js';

@Injectable()
export class SaveSurveyAnswer implements Handles<typeof saveSurveyAnswer> {
  constructor(
    private readonly database: Database,
    private readonly answers: SaveAnswer,
  ) {}

  async handle(
    input: InputOf<typeof saveSurveyAnswer>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof saveSurveyAnswer>> {
    const key = { ...input, curatorId: curatorOf(caller) };
    return this.database.inCharity(input.charityId, async (tx) => {
      const survey = await findOwnSurvey(tx, key, 'FOR UPDATE');
      return survey ? this.answers.save(tx, survey, input) : refuse('notFound');
    });
  }
}
