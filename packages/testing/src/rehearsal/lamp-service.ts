import {
  accept,
  CharityId,
  curator,
  defineEvent,
  defineOperation,
  type FactOf,
  type InputOf,
} from '@baton/contracts';
import {
  appendFacts,
  type Consumes,
  consume,
  currentTraceparent,
  type Handles,
  inboxMigration,
  newFact,
  outboxMigration,
  serve,
} from '@baton/messaging';
import { Database, type Migration, type Tx, tenantTable } from '@baton/persistence';
import { RunsInBackground, type ServiceConfig, ServiceModule, type Worker } from '@baton/service-kit';
import { Controller, type DynamicModule, Get, Inject, Injectable, Module, Post } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';

/** A small service to test the kit with: it hears of lamps, asks itself for shades, and counts both. */
const Lamp = z.object({ lampId: z.string(), colour: z.string() });

export const lampLit = defineEvent({
  type: 'lamp.lit',
  version: 1,
  owner: 'scheduling',
  summary: 'A lamp was lit.',
  audience: 'internal',
  consumers: ['feedback'],
  data: Lamp,
  samples: [{ lampId: '1', colour: 'red' }],
});
export const shadeOrdered = defineEvent({
  ...lampLit,
  type: 'shade.ordered',
  owner: 'feedback',
  summary: 'A shade was ordered for a lamp.',
});
const catalog = { 'lamp.lit.v1': lampLit, 'shade.ordered.v1': shadeOrdered } as const;

export const countLamps = defineOperation({
  name: 'count-lamps',
  owner: 'feedback',
  summary: 'How many lamps and shades there are.',
  method: 'GET',
  path: '/charities/{charityId}/lamps',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ lamps: z.int(), shades: z.int() }),
  refusals: {},
});
/** Answers when `Door.open` is called, and not before. */
export const waitAtDoor = defineOperation({
  ...countLamps,
  name: 'wait-at-door',
  path: '/charities/{charityId}/door',
  output: z.object({}),
});

/** What happened in the service, in order. */
@Injectable()
export class Diary {
  readonly entries: string[] = [];
}

@Injectable()
export class Door {
  readonly somebodyWaits = Promise.withResolvers<void>();
  readonly opened = Promise.withResolvers<void>();
}

@Injectable()
class CountLamps implements Handles<typeof countLamps> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof countLamps>) {
    const [counted] = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ lamps: number; shades: number }>(
        'SELECT count(*)::int AS lamps, count(*) FILTER (WHERE shaded)::int AS shades FROM lamp',
      ),
    );
    return accept(counted ?? { lamps: 0, shades: 0 });
  }
}

@Injectable()
class WaitAtDoor implements Handles<typeof waitAtDoor> {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Diary) private readonly diary: Diary,
    @Inject(Database) private readonly database: Database,
  ) {}

  async handle({ charityId }: InputOf<typeof waitAtDoor>) {
    this.door.somebodyWaits.resolve();
    await this.door.opened.promise;
    await this.database.inCharity(charityId, (tx) => tx.query('SELECT FROM lamp'));
    this.diary.entries.push('the request was answered');
    return accept({});
  }
}

@Injectable()
class OnLampLit implements Consumes<typeof lampLit> {
  async handle(fact: FactOf<typeof lampLit>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO lamp (charity_id, lamp_id) VALUES ($1, $2)', [
      tx.charityId,
      fact.data.lampId,
    ]);
    await appendFacts(tx, newFact(shadeOrdered, { subject: fact.subject, revision: 1, data: fact.data }));
  }
}

@Injectable()
class OnShadeOrdered implements Consumes<typeof shadeOrdered> {
  async handle(fact: FactOf<typeof shadeOrdered>, tx: Tx): Promise<void> {
    await tx.query('UPDATE lamp SET shaded = true WHERE charity_id = $1 AND lamp_id = $2', [
      tx.charityId,
      fact.data.lampId,
    ]);
  }
}

@Injectable()
@RunsInBackground()
class Duster implements Worker {
  constructor(
    @Inject(Diary) private readonly diary: Diary,
    @Inject(Database) private readonly database: Database,
  ) {}

  start(): void {
    this.diary.entries.push('the worker started');
  }

  async stop(): Promise<void> {
    await this.database.ping();
    this.diary.entries.push('the worker stopped, with a database');
  }
}

@Controller()
class Trace {
  @Get('trace')
  ofGet(): object {
    return { traceparent: currentTraceparent() };
  }

  @Post('trace')
  ofPost(): object {
    return { traceparent: currentTraceparent() };
  }

  /** A bug: nobody waits for this. */
  @Post('reject')
  reject(): void {
    void Promise.reject(new Error('canary@example.org'));
  }
}

const answered = serve(
  { 'count-lamps': countLamps, 'wait-at-door': waitAtDoor },
  { 'count-lamps': CountLamps, 'wait-at-door': WaitAtDoor },
);
const heard = consume('feedback', catalog, {
  'lamp.lit.v1': OnLampLit,
  'shade.ordered.v1': OnShadeOrdered,
});

@Module({})
class LampModule {}

export const lamps = (config: ServiceConfig): DynamicModule => ({
  module: LampModule,
  imports: [ServiceModule.of({ name: 'feedback', config })],
  controllers: [...answered.controllers, ...heard.controllers, Trace],
  providers: [...answered.providers, ...heard.providers, Diary, Door, Duster],
});

class Lamps1700000000100 implements MigrationInterface {
  name = 'Lamps1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lamp (
        charity_id uuid NOT NULL,
        lamp_id text NOT NULL,
        shaded boolean NOT NULL DEFAULT false,
        PRIMARY KEY (charity_id, lamp_id)
      )`);
    await tenantTable(runner, 'lamp');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lamp');
  }
}

export const lampMigrations: Migration[] = [outboxMigration, inboxMigration, Lamps1700000000100];
