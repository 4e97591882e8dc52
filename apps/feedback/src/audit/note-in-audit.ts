import { feedbackAudited } from '@baton/contracts';
import { type AuditNote, appendFacts, newAuditFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/** Adds a line to the charity's audit, in the transaction that does what it tells and by the database's clock. */
export async function noteInAudit(tx: Tx, note: Omit<AuditNote, 'at'>): Promise<void> {
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock) throw new Error('the database has no clock');
  await appendFacts(tx, newAuditFact(feedbackAudited, { ...note, at: clock.now }));
}
