import type { Tx } from '@baton/persistence';
import type { QueuedMail } from './queued-mail.js';

/** The first mail somebody was to get, and the last before this one. */
const before = `
  WITH earlier AS (
    SELECT queued_at, mail_id FROM mail
     WHERE charity_id = $1 AND addressee_kind = 'application' AND addressee_id = $2 AND letter <> 'confirmAddress'
       AND outcome IN ('queued', 'sent')
       AND (queued_at, mail_id) < (SELECT queued_at, mail_id FROM mail WHERE charity_id = $1 AND mail_id = $3))
  SELECT DISTINCT queued_at, mail_id FROM (
    (SELECT * FROM earlier ORDER BY queued_at, mail_id LIMIT 1)
    UNION ALL (SELECT * FROM earlier ORDER BY queued_at DESC, mail_id DESC LIMIT 1)) AS ends
   ORDER BY queued_at, mail_id`;

/**
 * What a mail follows, oldest first, so that all mails about one application are one thread in whatever program reads them.
 * A code for another address, or for signing in, belongs to no thread.
 */
export async function threadBefore(
  tx: Tx,
  mailId: string,
  { addresseeKind, addresseeId, letter }: QueuedMail,
): Promise<string[]> {
  if (addresseeKind !== 'application' || letter === 'confirmAddress') return [];
  const rows = await tx.query<{ mail_id: string }>(before, [tx.charityId, addresseeId, mailId]);
  return rows.map(({ mail_id }) => mail_id);
}
