import { accept, type InputOf, type listSurveys } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type SurveyRow, surveyColumns, surveyOf } from '../survey-row.js';
import { curatorOf } from './curator-of-call.js';

@Injectable()
export class ListSurveys implements Handles<typeof listSurveys> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listSurveys>, { caller }: CallContext) {
    const rows = await this.database.inCharity(charityId, (tx) =>
      tx.query<SurveyRow>(
        `SELECT ${surveyColumns} FROM survey WHERE charity_id = $1 AND curator_id = $2 ORDER BY opened_at DESC`,
        [charityId, curatorOf(caller)],
      ),
    );
    return accept({ surveys: rows.map(surveyOf) });
  }
}
