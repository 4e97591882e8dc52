import { analystStream, type EventDeclaration, type ServiceName, streamOf } from '@baton/contracts';
import type { Database } from '@baton/persistence';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Bus } from '../bus/bus.js';
import { asConsequenceOf } from '../bus/cause.js';
import type { MessagingObserver } from '../bus/observer.js';
import type { Ownership } from '../bus/ownership.js';
import { withTraceparent } from '../bus/trace.js';
import type { Handler } from './apply-facts.js';
import { type Consumption, factTransport } from './consume.js';
import { StreamConsumer } from './consume-stream.js';
import { FactContext } from './fact-context.js';
import { byWireType } from './read-fact.js';

/**
 * The transport that brings facts from JetStream to a service's consumers. To Nest it is a microservice
 * transport: consumers are event handlers. One consumer runs per stream the service listens to.
 */
export class FactServer extends Server implements CustomTransportStrategy {
  override readonly transportId = factTransport;
  private readonly consumers: StreamConsumer[] = [];
  private readonly giveUp: (() => Promise<void>)[] = [];

  constructor(
    private readonly parts: {
      service: ServiceName;
      streamReplicas: number;
      acknowledgeWithinMs: number;
      bus: Bus;
      database: Database;
      ownership: Ownership;
      observer: MessagingObserver;
    },
  ) {
    super();
  }

  listen(callback: () => void): void {
    for (const [stream, consumptions] of this.consumptionsByStream()) {
      const consumer = new StreamConsumer({
        ...this.parts,
        stream,
        consumed: byWireType(consumptions),
        handle: this.handle,
      });
      this.consumers.push(consumer);
      this.giveUp.push(this.parts.ownership.claim(`consume ${stream}`, ({ signal }) => consumer.run(signal)));
    }
    callback();
  }

  /** Stops fetching, finishes and acknowledges what has arrived, hands back the rest. */
  async close(): Promise<void> {
    await Promise.all(this.giveUp.splice(0).map((giveUp) => giveUp()));
  }

  /** Resolves when everything on the streams has been handled; for tests. */
  async drain(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.drain()));
  }

  override on(): never {
    throw new Error('the fact server has no events of its own: see MessagingObserver');
  }

  override unwrap<Unwrapped = Bus>(): Unwrapped {
    return this.parts.bus as Unwrapped;
  }

  private handle: Handler = (fact, tx) =>
    withTraceparent(fact.traceparent, async () => {
      const handler = this.messageHandlers.get(fact.type);
      if (!handler) throw new Error(`no consumer for ${fact.type}`);
      const context = new FactContext(tx);
      const answer: unknown = await asConsequenceOf(fact.id, () => handler(fact, context));
      if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
      context.rethrow();
    });

  private consumptionsByStream(): Map<string, Consumption[]> {
    const consumptions = [...this.messageHandlers.values()].flatMap(({ extras }) =>
      extras?.['consumption'] ? [extras['consumption'] as Consumption] : [],
    );
    return Map.groupBy(consumptions, ({ event }) => streamHolding(event));
  }
}

const streamHolding = (event: EventDeclaration): string =>
  event.audience === 'analyst' ? analystStream : streamOf(event.owner);
