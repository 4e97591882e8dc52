import { accept, type InputOf, type leaveArchive, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { noteArchiveLeft } from './archive-consent.js';

/** Does not wait until it is heard here that the consent was taken back; that changes nothing more then. */
@Injectable()
export class LeaveArchive implements Handles<typeof leaveArchive> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof leaveArchive>,
    call: CallContext,
  ): Promise<ResultOf<typeof leaveArchive>> {
    const curatorId = curatorOf(call);
    if (!curatorId) return refuse('forbidden');
    return this.database.inCharity(charityId, async (tx) => {
      if (await noteArchiveLeft(tx, curatorId))
        await noteInAudit(tx, { by: call.caller, action: 'archive.taken-out', about: curatorId });
      return accept({});
    });
  }
}
