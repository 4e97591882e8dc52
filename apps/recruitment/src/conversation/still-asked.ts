import type { MessageId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { QueuedMail } from '../mail-queue/queued-mail.js';

const prefix = 'asked ';

/** Why a question is mailed: that it was asked. */
export const causeOf = (messageId: MessageId): string => `${prefix}${messageId}`;

/**
 * A question is mailed only while it stands: the team may have taken it back, or have said no or “not now” since. What they
 * write to somebody after that does go.
 */
export async function stillAsked(tx: Tx, { cause }: QueuedMail): Promise<boolean> {
  const known = await tx.query(
    `SELECT FROM application_message JOIN application USING (charity_id, application_id)
      WHERE charity_id = $1 AND message_id = $2 AND sender = 'team'
        AND NOT (curator_id IS NULL AND state IN ('declined', 'later') AND state_since >= written_at)`,
    [tx.charityId, cause.slice(prefix.length)],
  );
  return known.length > 0;
}

/** Nobody of the team has written to somebody yet. */
export async function notWrittenTo(tx: Tx, { addresseeId }: QueuedMail): Promise<boolean> {
  const written = await tx.query(
    `SELECT FROM application_message WHERE charity_id = $1 AND application_id = $2 AND sender = 'team' LIMIT 1`,
    [tx.charityId, addresseeId],
  );
  return written.length === 0;
}
