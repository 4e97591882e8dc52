import {
  accept,
  type CharityId,
  type MentionId,
  type ReportReason,
  type Result,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';

export interface MessagePlace {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly mentionId: MentionId;
}

interface LockedMessage {
  /** The team has seen to it, after it was parked. */
  readonly seenTo: boolean;
  readonly writerPrint: Buffer | null;
  readonly muted: boolean;
  readonly confirmed: boolean;
  /** Null: nobody has reported it. */
  readonly reportReason: ReportReason | null;
  readonly reportClosed: boolean;
}

/** A message of an inbox the caller may look at, locked. */
export async function lockMessage(
  tx: Tx,
  { charityId, takeoverId, mentionId }: MessagePlace,
  call: CallContext,
): Promise<Result<LockedMessage, 'notFound' | 'notYours'>> {
  const takeover = await readTakeover(tx, takeoverId);
  if (!takeover) return refuse('notFound');
  if (!mayLook(call, takeover)) return refuse('notYours');
  const [row] = await tx.query<LockedMessage>(
    `SELECT seen_to_at IS NOT NULL AS "seenTo", writer_print AS "writerPrint", muted_at IS NOT NULL AS muted,
            mute_confirmed_at IS NOT NULL AS confirmed, report_reason AS "reportReason",
            report_closed_at IS NOT NULL AS "reportClosed"
       FROM mention WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3 FOR UPDATE`,
    [charityId, takeoverId, mentionId],
  );
  return row ? accept(row) : refuse('notFound');
}
