import type { ServiceName } from '@baton/contracts';
import type { Database } from '@baton/persistence';
import type { Consumer, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/bus.js';
import { ensureStream } from '../bus/ensure-stream.js';
import type { ConsumedAs, MessagingObserver } from '../bus/observer.js';
import { pause, unlessAborted, withinAMoment } from '../bus/pause.js';
import { Bell } from '../outbox/bell.js';
import { applyFacts, type Fact, type Handler } from './apply-facts.js';
import type { Consumption } from './consume.js';
import type { DeadLetterReason } from './dead-letter.js';
import { ensureDurable, letPredecessorsFactsReturn } from './durable-consumer.js';
import { addressIn, readFact } from './read-fact.js';
import { failuresAllowed, RetryLanes } from './retry-lanes.js';
import { setAside } from './set-aside.js';

/** Everything a consumer of one stream needs. */
export interface StreamConsumption {
  readonly service: ServiceName;
  readonly stream: string;
  readonly streamReplicas: number;
  /** How long a fact may be in hand before JetStream hands it to somebody else. */
  readonly acknowledgeWithinMs: number;
  readonly consumed: ReadonlyMap<string, Consumption>;
  readonly handle: Handler;
  readonly bus: Bus;
  readonly database: Database;
  readonly observer: MessagingObserver;
}

const prefetch = 500;
const batchSize = 100;

interface InHand {
  readonly message: JsMsg;
  readonly fact: Fact;
}

/**
 * Applies the facts of one stream for one service, in the stream's order, until the signal is aborted.
 *
 * What always holds:
 * 1. *Once.* A fact's effect and its inbox row are one transaction; it is acknowledged after the commit.
 *    Whatever is delivered again finds the row.
 * 2. *In order per aggregate.* One replica consumes a stream (ownership.ts), one batch at a time. A fact
 *    that fails is kept in hand and tried again after a growing delay, with the later facts of its
 *    aggregate queued behind it; other aggregates go on. A new owner first lets everything its
 *    predecessor had in hand become due again, for JetStream hands those out before anything newer. Should
 *    two owners overlap nevertheless, the revision guard drops a fact that a later one of its kind overtook.
 * 3. *Nothing is silently lost.* What cannot be read, or fails every time, goes to `dead_letter`, and
 *    only then is it taken off the stream. While the database does not answer, no fact is to blame: the
 *    consumer waits.
 */
export class StreamConsumer {
  private readonly unsettled = new Map<number, JsMsg>();
  private readonly arrivals: JsMsg[] = [];
  private readonly lanes = new RetryLanes<InHand>();
  private readonly bell = new Bell();

  constructor(private readonly options: StreamConsumption) {}

  async run(ownership: AbortSignal): Promise<void> {
    const { acknowledgeWithinMs, stream } = this.options;
    const prepared = await unlessAborted(this.prepare(ownership), ownership);
    if (!prepared) return;
    const { manager, consumer } = prepared;
    const advisories = this.watchDeliveries(manager);
    const messages = await consumer.consume({
      max_messages: prefetch,
      abort_on_missing_resource: true,
      callback: (message) => this.arrive(message),
    });
    const vanished = new AbortController();
    void messages.closed().then(() => vanished.abort());
    const keepInHand = setInterval(() => this.keepInHand(), acknowledgeWithinMs / 3);
    try {
      await this.consume(AbortSignal.any([ownership, vanished.signal]));
      await withinAMoment(messages.close());
      await this.finishWhatArrived();
    } finally {
      clearInterval(keepInHand);
      advisories.unsubscribe();
      await withinAMoment(messages.close());
      await this.handBack();
    }
    if (!ownership.aborted) throw new Error(`the stream ${stream} or its consumer has vanished`);
  }

  /** Sees to it that the stream and our place in it are there. Takes nothing off it, so it can be abandoned. */
  private async prepare(ownership: AbortSignal): Promise<{ manager: JetStreamManager; consumer: Consumer }> {
    const { acknowledgeWithinMs, bus, service, stream, streamReplicas } = this.options;
    const manager = await ensureStream(bus, stream, streamReplicas);
    await ensureDurable(manager, { service, stream, acknowledgeWithinMs, prefetch });
    await letPredecessorsFactsReturn(manager, { service, stream, acknowledgeWithinMs }, ownership);
    return { manager, consumer: await manager.jetstream().consumers.get(stream, service) };
  }

  /** Resolves when nothing of the stream is waiting or unacknowledged; for tests. */
  async drain(): Promise<void> {
    const { bus, service, stream, streamReplicas } = this.options;
    const manager = await ensureStream(bus, stream, streamReplicas);
    const never = new AbortController().signal;
    for (;;) {
      const info = await manager.consumers.info(stream, service).catch(() => undefined);
      if (info?.num_pending === 0 && info.num_ack_pending === 0) return;
      await pause(5, never);
    }
  }

  private async consume(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.applyBatch(this.arrivals.splice(0, batchSize), signal);
      await this.retryDue(signal);
      if (this.arrivals.length > 0) continue;
      const now = performance.now();
      await this.bell.sleep(Math.max(0, (this.lanes.nextDueAt() ?? now + 60_000) - now), signal);
    }
  }

  private async applyBatch(messages: readonly JsMsg[], signal: AbortSignal): Promise<void> {
    const batch: InHand[] = [];
    for (const message of messages) {
      const heard = readFact(this.options.consumed, message);
      if (heard.kind === 'ignored') this.settle(message, 'ignored');
      else if (heard.kind === 'unusable') await this.setAside(message, heard.reason);
      else {
        const inHand = { message, fact: heard.fact };
        if (!this.lanes.join(heard.fact.subject, inHand)) batch.push(inHand);
      }
    }
    if (batch.length === 0 || (await this.tryToApply(batch, signal))) return;
    for (const inHand of batch) {
      const { subject } = inHand.fact;
      if (signal.aborted) return;
      if (this.lanes.join(subject, inHand) || (await this.tryToApply([inHand], signal))) continue;
      this.lanes.open(subject, inHand, performance.now());
    }
  }

  private async retryDue(signal: AbortSignal): Promise<void> {
    for (let due = this.lanes.due(performance.now()); due; due = this.lanes.due(performance.now())) {
      if (signal.aborted) return;
      const { aggregateId, item, failures } = due;
      this.options.observer.retrying(this.options.stream, item.fact.type, failures);
      if (await this.tryToApply([item], signal)) this.lanes.shift(aggregateId, performance.now());
      else if (signal.aborted) return;
      else if (failures + 1 < failuresAllowed) this.lanes.failedAgain(aggregateId, performance.now());
      else {
        await this.setAside(item.message, 'consumerFailed');
        this.lanes.shift(aggregateId, performance.now());
      }
    }
  }

  /** False when a consumer threw although the database answers. Everything or nothing has been applied. */
  private async tryToApply(batch: readonly InHand[], signal: AbortSignal): Promise<boolean> {
    const { database, handle, observer, stream } = this.options;
    for (;;) {
      try {
        const facts = batch.map(({ fact }) => fact);
        const fates = await applyFacts(database, facts, handle);
        for (const [index, { message }] of batch.entries()) {
          const fate = fates[index];
          this.settle(message, fate === 'apply' || fate === undefined ? 'applied' : fate);
        }
        return true;
      } catch (error) {
        observer.fault(`consume ${stream}`, error);
        if (await this.databaseAnswers()) return false;
        await this.untilDatabaseAnswers(signal);
        if (signal.aborted) return false;
      }
    }
  }

  private databaseAnswers = (): Promise<boolean> =>
    this.options.database.ping().then(
      () => true,
      () => false,
    );

  private async untilDatabaseAnswers(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await this.databaseAnswers())) await pause(500, signal);
  }

  private arrive(message: JsMsg): void {
    this.unsettled.set(message.seq, message);
    this.arrivals.push(message);
    this.bell.ring();
  }

  private settle(message: JsMsg, as: ConsumedAs): void {
    message.ack();
    this.unsettled.delete(message.seq);
    this.options.observer.consumed(this.options.stream, as, 1);
  }

  private async setAside(message: JsMsg, reason: DeadLetterReason): Promise<void> {
    await this.keepLetter(message, reason);
    message.term();
    this.unsettled.delete(message.seq);
  }

  private async keepLetter(
    message: { seq: number; subject: string; data: Uint8Array },
    reason: DeadLetterReason,
  ): Promise<void> {
    const { database, observer, stream } = this.options;
    const { seq: sequence, subject, data } = message;
    await setAside(database, { stream, sequence, subject, data, reason });
    observer.deadLettered(stream, sequence, addressIn(subject).type, reason);
  }

  /** Tells JetStream that what is in hand, prefetched or waiting for another try, is still being worked on. */
  private keepInHand(): void {
    for (const message of this.unsettled.values()) message.working();
  }

  /** What has been delivered already is applied before stopping, as far as a moment allows. */
  private async finishWhatArrived(): Promise<void> {
    const aMoment = AbortSignal.timeout(2_000);
    while (this.arrivals.length > 0 && !aMoment.aborted) {
      await this.applyBatch(this.arrivals.splice(0, batchSize), aMoment);
    }
  }

  /** Gives the rest back in the stream's order, at once. */
  private async handBack(): Promise<void> {
    const rest = [...this.unsettled].sort(([one], [other]) => one - other);
    for (const [, message] of rest) message.nak();
    this.unsettled.clear();
    this.arrivals.length = 0;
    this.lanes.clear();
    await this.options.bus.settle();
  }

  /** JetStream gives up on a fact after the deliveries allowed and says so once; the fact itself stays. */
  private watchDeliveries(manager: JetStreamManager) {
    const { bus, observer, service, stream } = this.options;
    return bus.connection.subscribe(`$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${stream}.${service}`, {
      callback: (_, advisory) => {
        const { stream_seq: seq } = advisory.json<{ stream_seq: number }>();
        manager.streams
          .getMessage(stream, { seq })
          .then((message) => message && this.keepLetter(message, 'undeliverable'))
          .catch((error) => observer.fault(`consume ${stream}`, error));
      },
    });
  }
}
