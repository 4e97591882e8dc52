import { accept, type InputOf, type listSurveyAnswers } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { answersForTeam } from './answers-for-team.js';

@Injectable()
export class ListSurveyAnswers implements Handles<typeof listSurveyAnswers> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ charityId, takeoverId }: InputOf<typeof listSurveyAnswers>) {
    const answers = await this.database.inCharity(charityId, (tx) =>
      answersForTeam(tx, this.vault, takeoverId),
    );
    return accept({ answers });
  }
}
