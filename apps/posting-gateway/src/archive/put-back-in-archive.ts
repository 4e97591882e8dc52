import { accept, type InputOf, type putBackInArchive, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { idOf, lockInArchive, whoKeepsOut } from './find-in-archive.js';
import { bringInLine } from './kept-out.js';

/** Whoever took something out puts it back; what the other side keeps out stays out. */
@Injectable()
export class PutBackInArchive implements Handles<typeof putBackInArchive> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    input: InputOf<typeof putBackInArchive>,
    call: CallContext,
  ): Promise<ResultOf<typeof putBackInArchive>> {
    const curatorId = curatorOf(call);
    return this.database.inCharity(input.charityId, async (tx) => {
      if (!(await lockInArchive(tx, input, curatorId))) return refuse('notFound');
      const back = await tx.query(
        `DELETE FROM archive_out
          WHERE charity_id = $1 AND takeover_id = $2 AND what = $3 AND kept_out_by = $4 RETURNING 1`,
        [tx.charityId, input.takeoverId, idOf(input), curatorId ? 'curator' : 'team'],
      );
      if (back.length > 0) {
        await bringInLine(tx, input.takeoverId);
        await noteInAudit(tx, { by: call.caller, action: 'archive.put-back', about: idOf(input) });
      }
      return accept({ keptOutBy: await whoKeepsOut(tx, input) });
    });
  }
}
