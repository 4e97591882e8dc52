import type { FactOf, surveyOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from './cause.js';
import { QueueMail } from './queue-mail.js';

/** A survey waits for its curator: they are mailed a way to it. */
@Injectable()
export class OnSurveyOpened implements Consumes<typeof surveyOpened> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof surveyOpened>, tx: Tx): Promise<void> {
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (!application) return;
    const { applicationId } = application;
    await this.mail.queue(tx, {
      applicationId,
      letter: 'surveyInvitation',
      cause: causeOf('survey', data.surveyId),
    });
  }
}
