import { recruitmentAudited } from '@baton/contracts';
import { type AuditNote, appendFacts, newAuditFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/** A line for the charity’s audit, by the database’s clock, in the transaction that does what it tells. */
export async function noteInAudit(tx: Tx, note: Omit<AuditNote, 'at'>): Promise<void> {
  const [clock] = await tx.query<{ at: Date }>('SELECT baton.now() AS at');
  if (!clock) throw new Error('the database does not tell the time');
  await appendFacts(tx, newAuditFact(recruitmentAudited, { ...note, at: clock.at }));
}
