import { type finishSurvey, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findOwnSurvey } from '../survey-row.js';
import { curatorOf } from './curator-of-call.js';
import { SendOff } from './send-off.js';

@Injectable()
export class FinishSurvey implements Handles<typeof finishSurvey> {
  constructor(
    private readonly database: Database,
    private readonly sendOff: SendOff,
  ) {}

  async handle(
    input: InputOf<typeof finishSurvey>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof finishSurvey>> {
    const key = { ...input, curatorId: curatorOf(caller) };
    return this.database.inCharity(input.charityId, async (tx) => {
      const survey = await findOwnSurvey(tx, key, 'FOR UPDATE');
      return survey ? this.sendOff.send(tx, survey) : refuse('notFound');
    });
  }
}
