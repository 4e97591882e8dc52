import {
  accept,
  type InputOf,
  type listSurveyAnswers,
  type ResultOf,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { crisesTakenBack } from '../crises.js';
import { answersForTeam } from './answers-for-team.js';

@Injectable()
export class ListSurveyAnswers implements Handles<typeof listSurveyAnswers> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({
    charityId,
    takeoverId,
    after,
  }: InputOf<typeof listSurveyAnswers>): Promise<ResultOf<typeof listSurveyAnswers>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (takeoverId && !(await wasAskedAbout(tx, takeoverId))) return refuse('notFound');
      const told = await answersForTeam(tx, this.vault, { takeoverId, after });
      const takenBack = after === undefined ? await crisesTakenBack(tx, takeoverId) : [];
      return accept({ ...told, answers: [...takenBack, ...told.answers] });
    });
  }
}

/** One that nobody was asked about, and one of another charity, are not there. */
async function wasAskedAbout(tx: Tx, takeoverId: TakeoverId): Promise<boolean> {
  const asked = await tx.query('SELECT FROM survey WHERE charity_id = $1 AND takeover_id = $2 LIMIT 1', [
    tx.charityId,
    takeoverId,
  ]);
  return asked.length > 0;
}
