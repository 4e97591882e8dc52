import type { FactOf, surveyOpened, surveyOpenedV1 } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { InviteToSurvey } from './invite-to-survey.js';

@Injectable()
export class OnSurveyOpened implements Consumes<typeof surveyOpened | typeof surveyOpenedV1> {
  constructor(private readonly inviting: InviteToSurvey) {}

  handle({ data, time }: FactOf<typeof surveyOpened | typeof surveyOpenedV1>, tx: Tx): Promise<void> {
    return this.inviting.invite(tx, data, time);
  }
}
