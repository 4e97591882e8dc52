import type { ServiceName } from '@baton/contracts';
import { FactServer, MessagingModule, RequestServer } from '@baton/messaging';
import { Database, type EntityClass, LocalKeyWrapper, Vault } from '@baton/persistence';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import type { ServiceConfig } from '../config/read-config.js';
import { KeepErased } from '../erasing/keep-erased.js';
import { Health } from '../health/health.controller.js';
import { Log } from '../log/log.js';
import { Metrics } from '../metrics/metrics.js';
import { observeMessaging } from '../metrics/observe-messaging.js';
import { Workers } from './workers.js';

export interface ServiceOptions {
  readonly name: ServiceName;
  readonly config: ServiceConfig;
  readonly entities?: readonly EntityClass[];
  /** The gateway's alone: with it, callers are signed and services asked. */
  readonly callerPrivateKey?: string;
}

/** Database, sealing, log and metrics: what messaging and every feature stand on. */
@Global()
@Module({})
class Foundation {}

/**
 * What every service is made of; its own features go beside it.
 *
 * Stopping has an order, and Nest's hooks alone do not give it:
 * 1. intake: no more HTTP, requests or facts; what was taken in is finished;
 * 2. workers: no new round begins, the one under way ends and gives back its leases;
 * 3. the relay and the bus (MessagingModule, a global module, whose shutdown hooks come before this one's);
 * 4. the database.
 */
@Module({})
export class ServiceModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(RequestServer) private readonly requests: RequestServer,
    @Inject(FactServer) private readonly facts: FactServer,
    @Inject(Workers) private readonly workers: Workers,
    @Inject(Database) private readonly database: Database,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    const ends = [this.http.httpAdapter.close(), this.requests.close(), this.facts.close()];
    const intake = await Promise.allSettled(ends);
    await this.workers.stop();
    for (const end of intake) if (end.status === 'rejected') throw end.reason;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }

  static of({ name, config, entities, callerPrivateKey }: ServiceOptions): DynamicModule {
    const log = new Log({ service: name, level: config.LOG_LEVEL });
    const metrics = new Metrics(name);
    const foundation: DynamicModule = {
      module: Foundation,
      providers: [
        { provide: Log, useValue: log },
        { provide: Metrics, useValue: metrics },
        {
          provide: Vault,
          useFactory: () => new Vault(LocalKeyWrapper.fromFile(config.BATON_MASTER_KEY_FILE)),
        },
        {
          provide: Database,
          useFactory: () =>
            Database.open({
              url: config.DATABASE_URL,
              poolSize: config.DATABASE_POOL,
              applicationName: name,
              ...(entities ? { entities } : {}),
            }),
        },
      ],
      exports: [Log, Metrics, Vault, Database],
    };
    const messaging = MessagingModule.forService({
      service: name,
      natsUrl: config.NATS_URL,
      databaseUrl: config.DATABASE_URL,
      callerKeys: { publicKey: config.BATON_CALLER_PUBLIC_KEY, privateKey: callerPrivateKey },
      streamReplicas: config.STREAM_REPLICAS,
      observer: observeMessaging(log, metrics),
    });
    return {
      module: ServiceModule,
      imports: [foundation, messaging, DiscoveryModule],
      controllers: [Health],
      providers: [Workers, KeepErased],
    };
  }
}
