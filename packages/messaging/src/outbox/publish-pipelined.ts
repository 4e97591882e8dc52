import { headers, type Msg, type Subscription } from '@nats-io/transport-node';
import type { Bus } from '../bus/bus.js';
import type { OutboxRow } from './outbox-row.js';

/**
 * Publishes facts to JetStream, several hundred in flight, all acknowledged through one reply inbox
 * (a request and a subscription per message would be five times slower).
 *
 * - At most one fact of an aggregate is in flight. A fact that has to be sent again can therefore never
 *   be overtaken by a later one of its aggregate, and neither can it between two relays.
 * - After the first failure nothing more of the batch is sent; what is in flight is waited for.
 * - The message id is the event's id: JetStream stores a fact sent twice within its window once.
 */
export class PipelinedPublisher {
  private readonly inbox: string;
  private readonly replies: Subscription;
  private readonly pending = new Map<string, Pending>();
  private lastToken = 0;

  constructor(
    private readonly bus: Bus,
    private readonly limits = { inFlight: 256, acknowledgeWithinMs: 5_000 },
  ) {
    this.inbox = bus.newInbox();
    const callback = (_: unknown, reply: Msg): void => this.settle(reply);
    this.replies = bus.connection.subscribe(`${this.inbox}.*`, { callback });
  }

  /** Resolves, never rejects, with the ids that JetStream has stored and the first failure, if any. */
  async publish(rows: readonly OutboxRow[]): Promise<Published> {
    const batch = new Batch(rows);
    const sweep = setInterval(() => this.expire(), this.limits.acknowledgeWithinMs / 10);
    try {
      await new Promise<void>((resolve) => {
        batch.onSettled = () => {
          this.send(batch);
          if (batch.isOver()) resolve();
        };
        batch.onSettled();
      });
    } finally {
      clearInterval(sweep);
    }
    return batch;
  }

  close(): void {
    this.replies.unsubscribe();
  }

  private send(batch: Batch): void {
    for (let row = batch.next(this.limits.inFlight); row; row = batch.next(this.limits.inFlight)) {
      const token = (++this.lastToken).toString(36);
      this.pending.set(token, { batch, row, expiresAt: performance.now() + this.limits.acknowledgeWithinMs });
      try {
        this.bus.connection.publish(row.subject, row.envelope, {
          reply: `${this.inbox}.${token}`,
          headers: headersOf(row),
        });
      } catch (error) {
        this.pending.delete(token);
        batch.settle(row, asError(error));
      }
    }
  }

  private settle(reply: Msg): void {
    const token = reply.subject.slice(this.inbox.length + 1);
    const pending = this.pending.get(token);
    if (!pending) return;
    this.pending.delete(token);
    pending.batch.settle(pending.row, failureIn(reply));
    pending.batch.onSettled();
  }

  private expire(): void {
    const now = performance.now();
    for (const [token, { batch, row, expiresAt }] of this.pending) {
      if (expiresAt > now) return;
      this.pending.delete(token);
      batch.settle(row, new Error('JetStream did not acknowledge in time'));
      batch.onSettled();
    }
  }
}

export interface Published {
  readonly acknowledged: ReadonlySet<number>;
  readonly failure: Error | undefined;
}

interface Pending {
  readonly batch: Batch;
  readonly row: OutboxRow;
  readonly expiresAt: number;
}

/** Which row of a batch may go next: in order, and behind an unacknowledged fact of the same aggregate not yet. */
class Batch implements Published {
  readonly acknowledged = new Set<number>();
  failure: Error | undefined;
  onSettled: () => void = () => {};
  private readonly waitingBehind = new Map<string, OutboxRow[]>();
  private readonly ready: OutboxRow[] = [];
  private position = 0;
  private inFlight = 0;

  constructor(private readonly rows: readonly OutboxRow[]) {}

  next(limit: number): OutboxRow | undefined {
    if (this.failure || this.inFlight >= limit) return undefined;
    const row = this.ready.shift() ?? this.nextFree();
    if (row) this.inFlight++;
    return row;
  }

  settle(row: OutboxRow, failure: Error | undefined): void {
    this.inFlight--;
    this.failure ??= failure;
    if (!failure) this.acknowledged.add(row.id);
    const follower = this.waitingBehind.get(row.aggregateId)?.shift();
    if (follower) this.ready.push(follower);
    else this.waitingBehind.delete(row.aggregateId);
  }

  isOver(): boolean {
    return this.inFlight === 0 && (this.failure !== undefined || this.acknowledged.size === this.rows.length);
  }

  private nextFree(): OutboxRow | undefined {
    for (let row = this.rows[this.position++]; row; row = this.rows[this.position++]) {
      const queue = this.waitingBehind.get(row.aggregateId);
      if (!queue) {
        this.waitingBehind.set(row.aggregateId, []);
        return row;
      }
      queue.push(row);
    }
    return undefined;
  }
}

function headersOf(row: OutboxRow) {
  const fields = headers();
  fields.set('Nats-Msg-Id', row.eventId);
  fields.set('traceparent', row.traceparent);
  return fields;
}

/** An acknowledgement names the stream and sequence; a refusal has an error; without a stream nobody responds. */
function failureIn(reply: Msg): Error | undefined {
  if (reply.headers?.code === 503) return new Error('no stream takes this subject');
  const { error } = reply.json<{ error?: { err_code?: number; description?: string } }>();
  return error && new Error(`JetStream refused: ${error.description} (${error.err_code})`);
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
