import type { ServiceName } from '@baton/contracts';
import { MessagingModule } from '@baton/messaging';
import { Database, type EntityClass, LocalKeyWrapper, Vault } from '@baton/persistence';
import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { ServiceConfig } from '../config/read-config.js';
import { Health } from '../health/health.controller.js';
import { Log } from '../log/log.js';
import { Metrics } from '../metrics/metrics.js';
import { observeMessaging } from '../metrics/observe-messaging.js';
import { Workers } from './workers.js';

export interface ServiceOptions {
  readonly name: ServiceName;
  readonly config: ServiceConfig;
  readonly entities?: readonly EntityClass[];
}

/** Database, sealing, log and metrics: what messaging and every feature stand on. Closed last. */
@Global()
@Module({})
class Foundation implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** What every service is made of; its own features go beside it. */
@Module({})
export class ServiceModule {
  static of({ name, config, entities }: ServiceOptions): DynamicModule {
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
      callerKey: config.BATON_CALLER_KEY,
      streamReplicas: config.STREAM_REPLICAS,
      observer: observeMessaging(log, metrics),
    });
    return {
      module: ServiceModule,
      imports: [foundation, messaging, DiscoveryModule],
      controllers: [Health],
      providers: [Workers],
    };
  }
}
