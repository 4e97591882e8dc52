import { accept, type InputOf, type ResultOf, refuse, type removeApplicationNote } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { ApplicationNotes } from './application-notes.js';
import { memberOf } from './member-of.js';

/** Whoever wrote a note takes it away. Nobody else's note goes this way. */
@Injectable()
export class RemoveApplicationNote implements Handles<typeof removeApplicationNote> {
  constructor(
    private readonly database: Database,
    private readonly notes: ApplicationNotes,
  ) {}

  async handle(
    { charityId, applicationId, noteId }: InputOf<typeof removeApplicationNote>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof removeApplicationNote>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await findApplication(tx, applicationId))) return refuse('notFound');
      const by = await this.notes.writerOf(tx, applicationId, noteId);
      if (!by) return accept({ noteId });
      if (by !== memberOf(caller)) return refuse('notYours');
      await this.notes.remove(tx, noteId);
      await noteInAudit(tx, { by: caller, action: 'application.note-removed', about: applicationId });
      return accept({ noteId });
    });
  }
}
