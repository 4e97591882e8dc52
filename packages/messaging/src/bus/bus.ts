import {
  connect,
  createInbox,
  type NatsConnection,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
import { inboxOf } from './nats-permissions.js';
import type { MessagingObserver } from './observer.js';
import { pause, withinAMoment } from './pause.js';

/**
 * The one connection of a process to NATS; requests, nudges, facts and consumers share it.
 *
 * A dead link is noticed after two unanswered pings (10 to 15 s) and reconnected for ever. The first
 * connection is not retried: a wrong address should be seen at start, not waited for. Async stack traces
 * are off because capturing one per request halves the throughput.
 */
export class Bus {
  private constructor(
    readonly connection: NatsConnection,
    private readonly inboxPrefix: string | undefined,
  ) {}

  static async connect(options: { url: string; name: string; observer: MessagingObserver }): Promise<Bus> {
    const address = addressAndCredentials(options.url);
    const connection = await connect({
      ...address,
      name: options.name,
      pingInterval: 5_000,
      maxPingOut: 2,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      noAsyncTraces: true,
    });
    void reportStatus(connection, options.observer);
    return new Bus(connection, address.inboxPrefix);
  }

  /** A subject for answers that only this connection's user may listen on. */
  newInbox(): string {
    return createInbox(this.inboxPrefix);
  }

  /** Resolves when the server has answered: what was sent before has reached it. */
  ping(): Promise<void> {
    return this.connection.flush();
  }

  /** Whether the server answers a ping in time. Never rejects. */
  async answersWithin(ms: number): Promise<boolean> {
    const over = new AbortController();
    const answered = this.ping().then(
      () => true,
      () => false,
    );
    const tooLate = pause(ms, over.signal).then(() => false);
    return Promise.race([answered, tooLate]).finally(() => over.abort());
  }

  /** Resolves when what was sent has reached the server, or after a moment when the server cannot be reached. */
  async settle(): Promise<void> {
    if (!this.connection.isClosed()) await withinAMoment(this.connection.flush());
  }

  /** Lets what was received be answered and what was sent go out, then closes. Harmless when closed already. */
  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    await withinAMoment(this.connection.drain());
    await this.connection.close();
  }
}

/** `nats://user:password@host:4222`, several hosts separated by commas; `tls://` asks for TLS. */
function addressAndCredentials(urls: string): NodeConnectionOptions {
  const addresses = urls.split(',').map((url) => new URL(url));
  const login = addresses.find((address) => address.username !== '');
  return {
    servers: addresses.map((address) => address.host),
    ...(login ? loginOf(login) : {}),
    ...(addresses.some((address) => address.protocol === 'tls:') ? { tls: {} } : {}),
  };
}

function loginOf(address: URL) {
  const user = decodeURIComponent(address.username);
  return { user, pass: decodeURIComponent(address.password), inboxPrefix: inboxOf(user) };
}

async function reportStatus(connection: NatsConnection, observer: MessagingObserver): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') observer.connection('disconnected');
    if (status.type === 'reconnect') observer.connection('reconnected');
    if (status.type === 'error') observer.fault('nats', status.error);
  }
  observer.connection('closed');
}
