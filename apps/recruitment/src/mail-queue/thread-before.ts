import type { Tx } from '@baton/persistence';
import type { QueuedMail } from './queued-mail.js';

/** The first mail somebody was to get, and the last before this one. */
const before = `
  SELECT mail_id FROM mail
   WHERE charity_id = $1 AND addressee_kind = 'application' AND addressee_id = $2 AND letter <> 'confirmAddress'
     AND outcome IN ('queued', 'sent')
     AND (queued_at, mail_id) < (SELECT queued_at, mail_id FROM mail WHERE charity_id = $1 AND mail_id = $3)
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
  const ids = rows.map(({ mail_id }) => mail_id);
  return ids.filter((_, at) => at === 0 || at === ids.length - 1);
}
