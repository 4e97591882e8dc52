import {
  accept,
  type InputOf,
  isRefusal,
  mentionReported,
  type ReportReason,
  type ResultOf,
  refuse,
  type reportMention,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { waitForTeam } from '../review/team-waits.js';
import { lockMessage } from './lock-message.js';
import { sealNote } from './sealed-note.js';

/** Somebody may be in danger. */
const urgent: ReadonlySet<ReportReason> = new Set(['inDanger', 'threat']);

/** Somebody tells the team about a message. It is out of sight at once, and the team is called: again only where it turns out to be urgent. */
@Injectable()
export class ReportMention implements Handles<typeof reportMention> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { reason, note, ...place }: InputOf<typeof reportMention>,
    call: CallContext,
  ): Promise<ResultOf<typeof reportMention>> {
    const { charityId, takeoverId, mentionId } = place;
    return this.database.inCharity(charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return found;
      if (found.value.reportClosed) return refuse('seenToAlready');
      const [row] = await tx.query<{ reportedAt: Date }>(
        `UPDATE mention
            SET reported_at = coalesce(reported_at, baton.now()), report_reason = $3, sealed_report_note = $4,
                set_aside = array_append(array_remove(set_aside, 'reported'), 'reported'),
                severity = coalesce(severity, 'low')
          WHERE charity_id = $1 AND mention_id = $2 RETURNING reported_at AS "reportedAt"`,
        [charityId, mentionId, reason, await sealNote(this.vault, tx, place, 'reported', note)],
      );
      if (!row) throw new Error('a locked message was not there');
      const isUrgent = urgent.has(reason);
      const before = found.value.reportReason;
      if (!before || (isUrgent && !urgent.has(before))) {
        await waitForTeam(tx, { what: 'report', id: mentionId, isUrgent });
        const data = { mentionId, takeoverId, reason };
        const revision = before ? 3 : 2;
        await appendFacts(tx, newFact(mentionReported, { subject: mentionId, revision, data }));
      }
      return accept({ mentionId, reportedAt: row.reportedAt.toISOString() });
    });
  }
}
