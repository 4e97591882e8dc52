import type { AuditEntry, EventId, ServiceName } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { beforeTheFirst, hashOf, writeLine } from './chain/audit-line.js';
import { headOf } from './chain-of-charity.js';

interface Noted {
  readonly id: EventId;
  readonly source: ServiceName;
  readonly entry: AuditEntry;
}

/**
 * Puts a line at the end of its charity's chain.
 *
 * One transaction at a time does this, for all charities: a batch of facts holds lines of several, and two batches that
 * waited for each other's charities in crossed order would be a deadlock. The lock is asked for in a statement of its own,
 * because a statement sees what was committed before it began, and not what it waited for.
 *
 * A chain that has begun and lost all its lines takes no more, rather than begin anew as if nothing had been: the facts are
 * set aside, and somebody has to look.
 */
export async function appendLine(tx: Tx, { id, source, entry }: Noted): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('baton/audit', 0))`);
  const head = await headOf(tx);
  if (!head) await tx.query('INSERT INTO audit_chain (charity_id) VALUES ($1)', [tx.charityId]);
  const number = (head?.number ?? 0) + 1;
  const previous = head?.hash ?? beforeTheFirst;
  const line = writeLine({ charity: tx.charityId, number, previous, id, source, ...entry });
  await tx.query('INSERT INTO audit_line (charity_id, number, line, hash) VALUES ($1, $2, $3, $4)', [
    tx.charityId,
    number,
    line,
    hashOf(line),
  ]);
}
