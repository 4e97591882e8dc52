import {
  accept,
  type InputOf,
  isGone,
  type noteOnApplication,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { ApplicationNotes } from './application-notes.js';
import { memberOf } from './member-of.js';

/** Somebody of the team notes something about an application; whoever was not looked at before is being screened now. */
@Injectable()
export class NoteOnApplication implements Handles<typeof noteOnApplication> {
  constructor(
    private readonly database: Database,
    private readonly notes: ApplicationNotes,
  ) {}

  async handle(
    { charityId, applicationId, noteId, text }: InputOf<typeof noteOnApplication>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof noteOnApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application || isGone(application.state)) return refuse('notFound');
      const written = await this.notes.write(tx, applicationId, { noteId, by: memberOf(caller), text });
      if (written === 'other') return refuse('idReused');
      if (written === 'again') return accept({ noteId });
      if (application.state === 'applied')
        await moveApplication(tx, application, 'screening', { by: caller });
      await noteInAudit(tx, { by: caller, action: 'application.noted', about: applicationId });
      return accept({ noteId });
    });
  }
}
