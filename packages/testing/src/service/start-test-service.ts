import type {
  Caller,
  Envelope,
  EventDeclaration,
  FactOf,
  Operation,
  RequestOf,
  ResultOf,
} from '@baton/contracts';
import { wireTypeOf } from '@baton/contracts';
import { Bus, privateKeyOf, Requests, silentObserver } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { type ServiceConfig, startService } from '@baton/service-kit';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settle } from './settle.js';
import { testCallerKeys } from './test-config.js';

export interface TestService {
  readonly app: NestFastifyApplication;
  /** Asks the service over the bus, as the gateway would for this caller. */
  call<O extends Operation>(operation: O, input: RequestOf<O>, caller: Caller): Promise<ResultOf<O>>;
  /** The facts of one kind this service has stated so far, in order. */
  stated<E extends EventDeclaration>(event: E): Promise<FactOf<E>[]>;
  /** Resolves when what it stated is published and what it listens to is handled. See `settle` for several services. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Boots a service in this process, on real parts, as its `main` does. */
export async function startTestService<Config extends ServiceConfig>(
  module: (config: Config) => DynamicModule,
  config: Config,
): Promise<TestService> {
  const app = await startService(module(config), config);
  const requests = new Requests(app.get(Bus), privateKeyOf(testCallerKeys), silentObserver);
  return {
    app,
    call: (operation, input, caller) => requests.call(operation, input, { caller }),
    stated: (event) => factsStated(app.get(Database), event),
    settle: () => settle({ app }),
    stop: () => app.close(),
  };
}

async function factsStated<E extends EventDeclaration>(database: Database, event: E): Promise<FactOf<E>[]> {
  const rows = await database.asWorker((tx) =>
    tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id'),
  );
  return rows
    .map((row): Envelope => JSON.parse(row.envelope))
    .filter((envelope) => envelope.type === wireTypeOf(event))
    .map((envelope) => ({ ...envelope, data: event.data.parse(envelope.data) as FactOf<E>['data'] }));
}
