import { accept, type InputOf, isGone, type ResultOf, refuse, type viewApplication } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { mailsOf } from '../mail-queue/mails-of.js';
import { isReachable } from '../mail-queue/reachability.js';
import { ApplicationNotes } from '../notes/application-notes.js';
import { findApplication } from './application-row.js';
import { PresentApplication } from './present-application.js';

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
      if (!application || isGone(application.state)) return refuse('notFound');
      const mails = await mailsOf(tx, applicationId);
      const notes = await this.notes.notesOf(tx, applicationId);
      const reachable = await isReachable(tx, applicationId);
      return accept({ ...(await this.presenting.present(tx, application)), notes, mails, reachable });
    });
  }
}
