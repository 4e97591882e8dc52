import {
  accept,
  type InputOf,
  isGone,
  listApplicationHistory,
  type OutputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { handOf } from './hand-of.js';

type Line = OutputOf<typeof listApplicationHistory>['lines'][number];

interface HistoryRow {
  readonly at: Date;
  readonly actor: string;
  readonly line: Record<string, unknown>;
}

/** From everything that is kept of an application anyway; a mail counts from when it was sent, or was not. */
const history = `
  SELECT applied_at AS at, 'applicant ' || application_id AS actor, '{"what": "applied"}'::jsonb AS line
    FROM application WHERE charity_id = $1 AND application_id = $2
  UNION ALL
  SELECT moved_at, moved_by,
         jsonb_build_object('what', 'moved', 'from', from_state, 'to', to_state, 'reason', reason)
    FROM application_move WHERE charity_id = $1 AND application_id = $2
  UNION ALL
  SELECT written_at, 'member ' || written_by, jsonb_build_object('what', 'noted', 'noteId', note_id)
    FROM application_note WHERE charity_id = $1 AND application_id = $2
  UNION ALL
  SELECT written_at, CASE sender WHEN 'team' THEN 'member ' || written_by ELSE 'applicant ' || application_id END,
         jsonb_build_object('what', CASE sender WHEN 'team' THEN 'asked' ELSE 'answered' END, 'messageId', message_id)
    FROM application_message WHERE charity_id = $1 AND application_id = $2
  UNION ALL
  SELECT coalesce(settled_at, queued_at), 'recruitment',
         jsonb_build_object('what', 'mailed', 'letter', letter, 'outcome', outcome)
    FROM mail WHERE charity_id = $1 AND addressee_kind = 'application' AND addressee_id = $2
  UNION ALL
  SELECT opened_at, opened_by, '{"what": "identityOpened"}'::jsonb
    FROM vault_opening WHERE charity_id = $1 AND application_id = $2
  ORDER BY at`;

/** Who did what about an application, from the day it came. */
@Injectable()
export class ListApplicationHistory implements Handles<typeof listApplicationHistory> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    applicationId,
  }: InputOf<typeof listApplicationHistory>): Promise<ResultOf<typeof listApplicationHistory>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId);
      if (!application || isGone(application.state)) return refuse('notFound');
      const rows = await tx.query<HistoryRow>(history, [charityId, applicationId]);
      return accept(listApplicationHistory.output.parse({ lines: rows.map(present) }));
    });
  }
}

const present = ({ at, actor, line }: HistoryRow): Omit<Line, 'line'> & Pick<HistoryRow, 'line'> => ({
  at: at.toISOString(),
  by: handOf(actor),
  actor,
  line,
});
