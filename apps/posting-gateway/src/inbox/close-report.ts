import {
  accept,
  type closeReport,
  type InputOf,
  type MemberId,
  type ReportOutcome,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { memberOf } from '../review/claims.js';
import { endWait } from '../review/team-waits.js';
import { eraseIfGone } from './mark-answered.js';

interface Report {
  readonly reported: boolean;
  readonly closedAt: Date | null;
  readonly closedBy: MemberId | null;
  readonly outcome: ReportOutcome | null;
}

/** A person says what they did. The same from the same person again changes nothing. */
@Injectable()
export class CloseReport implements Handles<typeof closeReport> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, mentionId, outcome }: InputOf<typeof closeReport>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof closeReport>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [report] = await tx.query<Report>(
        `SELECT reported_at IS NOT NULL AS reported, report_closed_at AS "closedAt", report_closed_by AS "closedBy",
                report_outcome AS outcome
           FROM mention WHERE charity_id = $1 AND mention_id = $2 FOR UPDATE`,
        [charityId, mentionId],
      );
      if (!report) return refuse('notFound');
      if (!report.reported) return refuse('notReported');
      const by = memberOf(caller);
      if (report.closedAt) {
        if (report.closedBy !== by || report.outcome !== outcome) return refuse('closedAlready');
        return accept({ mentionId, closedAt: report.closedAt.toISOString() });
      }
      const [closed] = await tx.query<{ closedAt: Date }>(
        `UPDATE mention SET report_closed_at = baton.now(), report_closed_by = $3, report_outcome = $4
          WHERE charity_id = $1 AND mention_id = $2 RETURNING report_closed_at AS "closedAt"`,
        [charityId, mentionId, by, outcome],
      );
      if (!closed) throw new Error('a locked message was not there');
      await eraseIfGone(tx, mentionId);
      await endWait(tx, { what: 'report', id: mentionId });
      await noteInAudit(tx, {
        ...{ by: caller, action: 'mention.report-closed', about: mentionId },
        details: { outcome },
      });
      return accept({ mentionId, closedAt: closed.closedAt.toISOString() });
    });
  }
}
