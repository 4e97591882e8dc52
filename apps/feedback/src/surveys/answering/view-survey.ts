import {
  accept,
  type InputOf,
  type Language,
  type OpenedSurvey,
  refuse,
  type viewSurvey,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { isQuotedByName } from '../quotes/quoted-by-name.js';
import { findOwnSurvey, type SurveyRow, surveyOf } from '../survey-row.js';
import { askedIn } from './asked-questions.js';
import { curatorOf } from './curator-of-call.js';
import { GivenAnswers } from './given-answers.js';

@Injectable()
export class ViewSurvey implements Handles<typeof viewSurvey> {
  constructor(
    private readonly database: Database,
    private readonly given: GivenAnswers,
  ) {}

  async handle({ language, ...input }: InputOf<typeof viewSurvey>, { caller }: CallContext) {
    const key = { ...input, curatorId: curatorOf(caller) };
    return this.database.inCharity(input.charityId, async (tx) => {
      const row = await findOwnSurvey(tx, key);
      return row ? accept(await opened(tx, this.given, row, language)) : refuse('notFound');
    });
  }
}

/** Once it is sent off, what was answered is shown to nobody by the way it was answered: a mail with a link may be forwarded. */
export const opened = async (
  tx: Tx,
  given: GivenAnswers,
  row: SurveyRow,
  language: Language,
): Promise<OpenedSurvey> => ({
  survey: surveyOf(row),
  questions: await askedIn(tx, row, language),
  given: row.state === 'open' ? await given.of(tx, row) : [],
  quotedByName: await quotedByName(tx, row),
});

async function quotedByName(tx: Tx, { survey_id: surveyId }: SurveyRow): Promise<boolean> {
  const [row] = await tx.query<{ yes: boolean }>(
    `SELECT ${isQuotedByName} AS yes FROM survey WHERE charity_id = $1 AND survey_id = $2`,
    [tx.charityId, surveyId],
  );
  return row?.yes ?? false;
}
