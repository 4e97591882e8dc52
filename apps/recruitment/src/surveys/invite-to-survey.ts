import { createHash, randomBytes } from 'node:crypto';
import { type CuratorId, type SurveyId, type SurveyWave, surveyLinkMailed } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardOpen } from './heard-surveys.js';

const remindedAfterSeconds = 4 * 86_400;
const letters = {
  before: 'surveyBefore',
  after: 'surveyInvitation',
  fourWeeks: 'surveyFourWeeks',
} as const satisfies Record<SurveyWave, string>;

interface Asked {
  readonly surveyId: SurveyId;
  readonly curatorId: CuratorId;
  readonly wave: SurveyWave;
}

/**
 * Mails a curator the way to a survey, and reminds them once. The link is made here and is nowhere but in these mails, sealed
 * until they go; feedback is told its hash, by which it knows it again.
 */
@Injectable()
export class InviteToSurvey {
  constructor(private readonly mail: QueueMail) {}

  async invite(tx: Tx, asked: Asked, openedAt: string): Promise<void> {
    const { surveyId, curatorId, wave } = asked;
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application || !(await heardOpen(tx, asked, openedAt))) return;
    const token = randomBytes(32).toString('base64url');
    const mail = {
      applicationId: application.applicationId,
      cause: causeOf('survey', surveyId),
      fields: { token },
    };
    const isNew = await this.mail.queue(tx, { ...mail, letter: letters[wave] });
    if (!isNew) return;
    await this.mail.queue(tx, { ...mail, letter: 'surveyReminder', dueInSeconds: remindedAfterSeconds });
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const data = { surveyId, curatorId, tokenHash };
    await appendFacts(tx, newFact(surveyLinkMailed, { subject: surveyId, revision: 1, data }));
  }
}
