import { type EventDeclaration, type FactOf, type ServiceName } from '@baton/contracts';
import { Database, type Tx, tenantTable } from '@baton/persistence';
import { type DynamicModule, type INestMicroservice, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type MessagingObserver, silentObserver } from '../bus/observer.js';
import { consume } from '../inbox/consume.js';
import type { Consumes } from '../inbox/consumes.js';
import { FactServer } from '../inbox/fact-server.js';
import { MessagingModule } from '../messaging.module.js';
import { makeCallerKeys } from '../request/caller-keys.js';
import { lampCatalog, type lampDimmed, type lampLit } from './lamp-catalog.js';

/** What a watcher keeps of each fact; deliberately without a unique constraint, so that a double would show. */
export class SeenLamps1700000000003 implements MigrationInterface {
  name = 'SeenLamps1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seen_lamp (
        charity_id uuid NOT NULL,
        position bigint GENERATED ALWAYS AS IDENTITY,
        event_id uuid NOT NULL,
        lamp_id text NOT NULL,
        step integer NOT NULL
      )`);
    await tenantTable(runner, 'seen_lamp', { work: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seen_lamp');
  }
}

const lampKeys = makeCallerKeys();

type LampFact = FactOf<EventDeclaration> & {
  readonly data: { readonly step: number; readonly colour: string };
};

/** Colours that a watcher cannot bear: `poison` always, `hiccup` the first three times. */
@Injectable()
class OnLampLit implements Consumes<typeof lampLit> {
  private readonly hiccups = new Map<string, number>();

  async handle(fact: LampFact, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO seen_lamp (charity_id, event_id, lamp_id, step) VALUES ($1, $2, $3, $4)', [
      tx.charityId,
      fact.id,
      fact.subject,
      fact.data.step,
    ]);
    if (fact.data.colour === 'poison') throw new Error('cannot bear this colour');
    const hiccups = this.hiccups.get(fact.id) ?? 0;
    if (fact.data.colour === 'hiccup' && hiccups < 3) {
      this.hiccups.set(fact.id, hiccups + 1);
      throw new Error('not just now');
    }
  }
}

@Injectable()
class OnLampDimmed extends OnLampLit implements Consumes<typeof lampDimmed> {}

const watching = consume('feedback', lampCatalog, {
  'lamp.lit.v1': OnLampLit,
  'lamp.dimmed.v1': OnLampDimmed,
});

export interface LampServiceOptions {
  readonly service: ServiceName;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly observer?: MessagingObserver;
}

@Module({})
class LampModule {}

@Module({})
class LampDatabase {}

/** A service in small: `scheduling` relays what was said about lamps, `feedback` watches. */
export async function startLampService(options: LampServiceOptions): Promise<INestMicroservice> {
  const database: DynamicModule = {
    module: LampDatabase,
    global: true,
    providers: [
      {
        provide: Database,
        useFactory: () => Database.open({ url: options.databaseUrl, applicationName: options.service }),
      },
    ],
    exports: [Database],
  };
  const messaging = MessagingModule.forService({
    ...options,
    observer: options.observer ?? silentObserver,
    callerKeys: lampKeys,
    askEveryMs: 100,
    acknowledgeWithinMs: 1_000,
  });
  const parts = { imports: [database, messaging], ...(options.service === 'feedback' ? watching : {}) };
  const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(
    { module: LampModule, ...parts },
    { inject: [FactServer], useFactory: (strategy: FactServer) => ({ strategy }), logger: false },
  );
  await app.listen();
  return app;
}
