import {
  accept,
  type InputOf,
  type listReported,
  type MemberId,
  type MentionConcern,
  type MentionId,
  type ReportOutcome,
  type ReportReason,
  type ResultOf,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { urlOfPost } from '../x/url-of-post.js';
import { messagesHiddenFrom } from './hidden-messages.js';
import { openMention } from './sealed-mention.js';
import { openNote } from './sealed-note.js';

interface ReportedRow {
  readonly mentionId: MentionId;
  readonly takeoverId: TakeoverId;
  readonly xPostId: string;
  readonly sealed: Buffer;
  readonly kinds: readonly MentionConcern[] | null;
  readonly at: Date;
  readonly reason: ReportReason;
  readonly sealedNote: Buffer;
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: MemberId | null;
  readonly outcome: ReportOutcome | null;
}

/** What curators told the team about. */
@Injectable()
export class ListReported implements Handles<typeof listReported> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, closed, limit }: InputOf<typeof listReported>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listReported>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<ReportedRow>(
        `SELECT mention_id AS "mentionId", takeover_id AS "takeoverId", x_post_id AS "xPostId", sealed_words AS sealed,
                set_aside AS kinds, at, report_reason AS reason, sealed_report_note AS "sealedNote",
                reported_at AS "reportedAt", report_closed_at AS "closedAt", report_closed_by AS "closedBy",
                report_outcome AS outcome
           FROM mention WHERE charity_id = $1 AND reported_at IS NOT NULL AND (report_closed_at IS NOT NULL) = $2
          ORDER BY report_reason = 'inDanger' DESC, CASE WHEN $2 THEN report_closed_at END DESC, reported_at, mention_id
          LIMIT $3`,
        [charityId, closed, limit],
      );
      const hard = await messagesHiddenFrom(tx, caller, rows);
      const reported = [];
      for (const { sealed, sealedNote, kinds: _, xPostId, closedAt, closedBy, outcome, ...row } of rows) {
        const hidden = hard.has(row.mentionId);
        const words = hidden ? { from: '', text: '' } : await openMention(this.vault, tx, row, sealed);
        reported.push({
          ...{ ...row, ...words, hidden, url: urlOfPost(xPostId) },
          note: hidden ? '' : await openNote(this.vault, tx, row, 'reported', sealedNote),
          at: row.at.toISOString(),
          reportedAt: row.reportedAt.toISOString(),
          closed:
            closedAt && closedBy && outcome ? { at: closedAt.toISOString(), by: closedBy, outcome } : null,
        });
      }
      return accept({ reported });
    });
  }
}
