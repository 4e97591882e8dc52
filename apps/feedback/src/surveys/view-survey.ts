import { accept, type InputOf, refuse, type viewSurvey } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from './curator-of-call.js';
import { questions } from './questions.js';
import { findSurvey, surveyOf } from './survey-row.js';

@Injectable()
export class ViewSurvey implements Handles<typeof viewSurvey> {
  constructor(private readonly database: Database) {}

  async handle(input: InputOf<typeof viewSurvey>, { caller }: CallContext) {
    const key = { ...input, curatorId: curatorOf(caller) };
    const row = await this.database.inCharity(input.charityId, (tx) => findSurvey(tx, key));
    return row ? accept({ survey: surveyOf(row), questions }) : refuse('notFound');
  }
}
