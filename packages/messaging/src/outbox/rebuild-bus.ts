import type { WorkerTx } from '@baton/persistence';

/**
 * Publishes everything in a service's outbox again, from the first fact: after a stream was lost, or for
 * a new consumer. Postgres is the truth; a bus can always be made from it again.
 *
 * Safe while the service runs: its relay sees the cursor moved and goes back itself, in order. Consumers
 * know by their inbox what they have applied already.
 */
export async function rebuildBus(tx: WorkerTx): Promise<void> {
  await tx.query('UPDATE outbox_cursor SET position = 0');
}
