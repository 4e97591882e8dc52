import {
  accept,
  type InputOf,
  type OutputOf,
  type ResultOf,
  refuse,
  type viewApplication,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ApplicationNotes } from '../notes/application-notes.js';
import { findApplication } from './application-row.js';
import { PresentApplication } from './present-application.js';

type Outcome = OutputOf<typeof viewApplication>['mails'][number]['outcome'];

interface MailRow {
  readonly letter: string;
  readonly outcome: Outcome;
  readonly queuedAt: Date;
  readonly settledAt: Date | null;
}

const mailsTo = `
  SELECT letter, outcome, queued_at AS "queuedAt", settled_at AS "settledAt" FROM mail
   WHERE charity_id = $1 AND addressee_id = $2 AND addressee_kind = 'application' ORDER BY queued_at, mail_id`;

/** One application as the team sees it, and what became of each mail. Who has left is nobody any more. */
@Injectable()
export class ViewApplication implements Handles<typeof viewApplication> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentApplication,
    private readonly notes: ApplicationNotes,
  ) {}

  async handle({
    charityId,
    applicationId,
  }: InputOf<typeof viewApplication>): Promise<ResultOf<typeof viewApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId);
      if (!application || application.state === 'withdrawn' || application.state === 'left')
        return refuse('notFound');
      const rows = await tx.query<MailRow>(mailsTo, [charityId, applicationId]);
      const mails = rows.map(({ queuedAt, settledAt, ...mail }) => ({
        ...mail,
        queuedAt: queuedAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      }));
      const notes = await this.notes.notesOf(tx, applicationId);
      return accept({ ...(await this.presenting.present(tx, application)), notes, mails });
    });
  }
}
