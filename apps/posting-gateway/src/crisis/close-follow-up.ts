import { accept, type closeFollowUp, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { endWait } from '../review/team-waits.js';
import { type FollowUpRow, followUpColumns, presentFollowUps, sealNote } from './follow-up-row.js';

/** A person says what they did. The same person saying the same again gets the same answer; another is told who was first. */
@Injectable()
export class CloseFollowUp implements Handles<typeof closeFollowUp> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, followUpId, outcome, note }: InputOf<typeof closeFollowUp>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof closeFollowUp>> {
    return this.database.inCharity(charityId, async (tx) => {
      const memberId = caller.kind === 'staff' ? caller.memberId : null;
      if (!memberId) return refuse('forbidden');
      const [row] = await tx.query<FollowUpRow>(
        `SELECT ${followUpColumns} FROM follow_up WHERE charity_id = $1 AND follow_up_id = $2 FOR UPDATE`,
        [charityId, followUpId],
      );
      if (!row) return refuse('notFound');
      if (row.closedAt && (row.closedBy !== memberId || row.outcome !== outcome))
        return refuse('closedAlready');
      if (!row.closedAt) {
        const sealed = await sealNote(this.vault, tx, followUpId, note);
        await tx.query(
          `UPDATE follow_up SET closed_at = baton.now(), closed_by = $3, outcome = $4, sealed_note = $5
            WHERE charity_id = $1 AND follow_up_id = $2`,
          [charityId, followUpId, memberId, outcome, sealed],
        );
        await endWait(tx, { what: 'followUp', id: followUpId });
        await noteInAudit(tx, {
          by: caller,
          action: 'crisis.followed-up',
          about: followUpId,
          details: { outcome },
        });
      }
      const closed = await tx.query<FollowUpRow>(
        `SELECT ${followUpColumns} FROM follow_up WHERE charity_id = $1 AND follow_up_id = $2`,
        [charityId, followUpId],
      );
      const [shown] = await presentFollowUps(tx, this.vault, closed, caller);
      return shown ? accept(shown) : refuse('notFound');
    });
  }
}
