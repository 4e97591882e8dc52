import type { ServiceName } from '@baton/contracts';
import { Database } from '@baton/persistence';
import {
  type DynamicModule,
  type FactoryProvider,
  Inject,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Bus } from './bus/bus.js';
import { ensureStream, streamsOf } from './bus/ensure-stream.js';
import type { MessagingObserver } from './bus/observer.js';
import { Ownership } from './bus/ownership.js';
import { FactServer } from './inbox/fact-server.js';
import { Relay } from './outbox/relay.js';
import { Answering } from './request/answering.js';
import { privateKeyOf, publicKeyOf } from './request/caller-keys.js';
import { RequestServer } from './request/request-server.js';
import { Requests } from './request/requests.js';

export interface MessagingOptions {
  readonly service: ServiceName;
  readonly natsUrl: string;
  /** The service role's own; for the session that holds this replica's locks. */
  readonly databaseUrl: string;
  /** By which a service tells who is really calling. The private half only where callers are signed: in the gateway. */
  readonly callerKeys: { readonly publicKey: string; readonly privateKey?: string | undefined };
  /** Copies of each stream in a NATS cluster: 3 in production, 1 on one server. */
  readonly streamReplicas?: number;
  readonly observer: MessagingObserver;
  /** How often a replica asks for work another one owns; a failover takes about this long. Default 1,000. */
  readonly askEveryMs?: number;
  /** How long a fact may be in hand before JetStream hands it to somebody else. Default 5,000. */
  readonly acknowledgeWithinMs?: number;
}

/**
 * Messaging for one service. `Database` must be provided globally. The application connects `RequestServer`
 * and `FactServer` as microservices: `app.connectMicroservice({ strategy: app.get(FactServer) })`.
 *
 * Stopping: Nest closes the two servers (intake) first, then this module stops the relay, lets go of the
 * locks and drains the connection.
 */
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Ownership) private readonly ownership: Ownership,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.ownership.stop();
    await this.bus.close();
  }

  static forService(options: MessagingOptions): DynamicModule {
    const { service, callerKeys, observer, streamReplicas = 1, acknowledgeWithinMs = 5_000 } = options;
    const signing = requestsSignedWith(callerKeys, observer);
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: Bus,
          useFactory: () => Bus.connect({ url: options.natsUrl, name: service, observer }),
        },
        {
          provide: Ownership,
          useFactory: () => new Ownership({ ...options, name: `${service} messaging` }),
        },
        { provide: Answering, useFactory: () => new Answering(publicKeyOf(callerKeys.publicKey), observer) },
        ...(signing ? [signing] : []),
        {
          provide: RequestServer,
          inject: [Bus, Answering],
          useFactory: (bus: Bus, answering: Answering) => new RequestServer(service, bus, answering),
        },
        {
          provide: FactServer,
          inject: [Bus, Database, Ownership],
          useFactory: (bus: Bus, database: Database, ownership: Ownership) =>
            new FactServer({
              service,
              streamReplicas,
              acknowledgeWithinMs,
              bus,
              database,
              ownership,
              observer,
            }),
        },
        {
          provide: Relay,
          inject: [Bus, Ownership],
          useFactory: async (bus: Bus, ownership: Ownership) => {
            for (const stream of streamsOf(service)) await ensureStream(bus, stream, streamReplicas);
            const relay = new Relay(service, bus, ownership, observer);
            relay.start();
            return relay;
          },
        },
      ],
      exports: [Answering, Bus, FactServer, Relay, RequestServer, ...(signing ? [Requests] : [])],
    };
  }
}

/** Whoever cannot sign callers cannot ask at all: `Requests` is then no provider, and a class that wants it does not start. */
function requestsSignedWith(
  { publicKey, privateKey }: MessagingOptions['callerKeys'],
  observer: MessagingObserver,
): FactoryProvider<Requests> | undefined {
  if (privateKey === undefined) return undefined;
  const key = privateKeyOf({ publicKey, privateKey });
  return { provide: Requests, inject: [Bus], useFactory: (bus: Bus) => new Requests(bus, key, observer) };
}
