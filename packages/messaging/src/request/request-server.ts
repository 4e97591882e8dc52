import type { ServiceName } from '@baton/contracts';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { ServerNats } from '@nestjs/microservices';
import type { Bus } from '../bus/bus.js';
import { withinAMoment } from '../bus/pause.js';
import type { Answering } from './answering.js';

/**
 * Nest's NATS transport on the process's one connection. Replicas of a service share a queue group, so
 * each question is answered by one of them. Closing stops the intake, waits for what has been asked
 * to be answered, and leaves the connection to the bus.
 */
export class RequestServer extends ServerNats {
  private readonly intake: Subscription[] = [];

  constructor(
    private readonly service: ServiceName,
    private readonly bus: Bus,
    private readonly answering: Answering,
  ) {
    super({});
  }

  override createNatsClient(): Promise<NatsConnection> {
    return Promise.resolve(this.bus.connection);
  }

  override bindEvents(connection: NatsConnection): void {
    for (const subject of this.messageHandlers.keys()) {
      const callback = this.getMessageHandler(subject);
      const take = (error: Error | null, message: unknown) => void callback(error, message);
      this.intake.push(connection.subscribe(subject, { queue: this.service, callback: take }));
    }
  }

  override async close(): Promise<void> {
    await withinAMoment(Promise.all(this.intake.splice(0).map((subscription) => subscription.drain())));
    await this.answering.settle();
    // Nest hands a reply over on a later turn of the event loop than the one its use case ended in.
    await new Promise((resolve) => setImmediate(resolve));
    await this.bus.settle();
  }
}
