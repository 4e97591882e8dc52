import type { ServiceName } from '@baton/contracts';
import type { Bus } from '../bus/bus.js';
import { nudgeOf } from '../bus/nudge.js';
import type { MessagingObserver } from '../bus/observer.js';
import type { Owned, Ownership } from '../bus/ownership.js';
import { pause } from '../bus/pause.js';
import { onCommit } from './announce-commit.js';
import { Bell } from './bell.js';
import { advance, type Frontier, resumeFrom } from './frontier.js';
import { PipelinedPublisher } from './publish-pipelined.js';
import { type Reading, readOutbox } from './read-outbox.js';

/**
 * Carries facts from a service's outbox to its stream.
 *
 * What always holds:
 * 1. *Nothing is lost.* The cursor in the table moves only over ids that JetStream has acknowledged or
 *    that can never come (frontier.ts). Whoever becomes owner begins at the cursor.
 * 2. *Nothing waits for a stranger.* Rows are published as soon as they are visible, however long another
 *    transaction stays open; its missing ids are holes that every round looks into again.
 * 3. *Order is kept per aggregate.* A writer locks the aggregate's row before it appends, so for one
 *    aggregate ids ascend in the order of commits, and whoever sees a fact sees all earlier ones of its
 *    aggregate. A round reads holes and new rows in one snapshot and publishes by id, at most one fact of
 *    an aggregate in flight; it stops at the first failure.
 * 4. *Twice is harmless.* After a restart, or while two processes both believe to be the owner, facts may
 *    be published again, under the same message ids and each process in order. The stream keeps the first
 *    copy; what comes back after the stream's window is caught by the consumer's inbox.
 *
 * It is woken after each commit: by a call in its own process, by a core NATS message from another
 * replica's. Nudges can get lost, so it also looks once a second, and every 20 ms while there are holes.
 */
export class Relay {
  private readonly bell = new Bell();
  private readonly untilDrained = new Set<() => void>();
  private readonly undo: (() => unknown)[] = [];
  private owner = false;
  private waitingSince: Date | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly bus: Bus,
    private readonly ownership: Ownership,
    private readonly observer: MessagingObserver,
    private readonly pace = { batch: 1_000, idleMs: 1_000, holesMs: 20, afterFailureMs: 250 },
  ) {}

  start(): void {
    const nudges = this.bus.connection.subscribe(nudgeOf(this.service), { callback: () => this.bell.ring() });
    this.undo.push(
      () => nudges.unsubscribe(),
      onCommit(this.service, () => this.nudge()),
      this.ownership.claim('relay', (owned) => this.relay(owned)),
    );
  }

  /** Publishes the round at hand to its end, and gives the relaying up to another replica. */
  async stop(): Promise<void> {
    await Promise.all(this.undo.splice(0).map((undo) => undo()));
  }

  /** How long the oldest fact known to be unpublished has waited; for readiness and alerts. */
  lagSeconds(): number {
    return this.waitingSince ? secondsSince(this.waitingSince) : 0;
  }

  /** Resolves when every fact committed before the call has been published by this process; for tests. */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.untilDrained.add(resolve);
      this.bell.ring();
    });
  }

  private nudge(): void {
    if (this.owner) this.bell.ring();
    else if (!this.bus.connection.isClosed()) this.bus.connection.publish(nudgeOf(this.service));
  }

  private async relay({ session, signal }: Owned): Promise<void> {
    const publisher = new PipelinedPublisher(this.bus);
    this.owner = true;
    try {
      await session.query(walkTheIndex);
      let frontier: Frontier = { position: 0, holes: [] };
      while (!signal.aborted) {
        const drained = [...this.untilDrained];
        const reading = await readOutbox(session, frontier, this.pace.batch);
        if (reading.cursor !== resumeFrom(frontier)) {
          frontier = { position: reading.cursor, holes: [] };
          continue;
        }
        const published = await this.publish(publisher, reading);
        frontier = advance(frontier, { ...reading, ...published });
        const cursor = resumeFrom(frontier);
        if (cursor !== reading.cursor) await session.query(moveCursor, [reading.cursor, cursor]);
        if (published.failure) await pause(this.pace.afterFailureMs, signal);
        else if (reading.rows.length === 0) {
          for (const resolve of drained) this.untilDrained.delete(resolve) && resolve();
          await this.bell.sleep(frontier.holes.length > 0 ? this.pace.holesMs : this.pace.idleMs, signal);
        }
      }
    } finally {
      this.owner = false;
      // What waits now is the next owner's to count.
      this.waitingSince = undefined;
      publisher.close();
    }
  }

  private async publish(publisher: PipelinedPublisher, { rows }: Reading) {
    this.waitingSince = rows[0]?.createdAt;
    const published = await publisher.publish(rows);
    if (published.failure) this.observer.fault('relay', published.failure);
    else this.waitingSince = undefined;
    if (published.acknowledged.size > 0) this.observer.published(published.acknowledged.size);
    return { ...published, seen: rows.map((row) => row.id) };
  }
}

/** By two hosts' clocks, so never below zero. */
const secondsSince = (instant: Date): number => Math.max(0, Date.now() - instant.getTime()) / 1_000;

/**
 * The planner cannot know that row-level security hides nothing from the relay: it expects a few rows, and
 * would read everything behind the cursor to sort it. The index has the rows in order already.
 */
const walkTheIndex = 'SET enable_sort = off; SET enable_bitmapscan = off; SET enable_seqscan = off';

/** Only from where it was found: a cursor that somebody has moved meanwhile is left to the next round. */
const moveCursor = 'UPDATE outbox_cursor SET position = $2 WHERE position = $1';
