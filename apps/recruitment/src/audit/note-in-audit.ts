import { recruitmentAudited } from '@baton/contracts';
import { type AuditNote, appendFacts, newAuditFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';

/** A line for the charity’s audit, by the database’s clock, in the transaction that does what it tells. */
export async function noteInAudit(tx: Tx, note: Omit<AuditNote, 'at'>): Promise<void> {
  await appendFacts(tx, newAuditFact(recruitmentAudited, { ...note, at: await databaseNow(tx) }));
}
