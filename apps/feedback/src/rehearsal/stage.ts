import {
  type Caller,
  type CharityId,
  Envelope,
  type EventDeclaration,
  operations,
  type RequestOf,
  type ResultOf,
} from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import {
  startTestService,
  type TestDatabase,
  type TestService,
  tell,
  testConfig,
  testDatabase,
  testNats,
} from '@baton/testing';
import { feedbackConfig } from '../config.js';
import { feedback } from '../feedback.module.js';
import { migrations } from '../migrations/index.js';
import { DoWhatIsDue } from '../surveys/opening/do-what-is-due.js';
import { CharityOnStage } from './charity-on-stage.js';

type Operations = typeof operations.feedback;
type Nats = { readonly url: string; stop(): Promise<void> };

/** Feedback as it runs, with a clock that can be moved. */
export class Stage {
  private constructor(
    readonly database: TestDatabase,
    readonly nats: Nats,
    readonly service: TestService,
  ) {}

  static async open(nats?: Nats): Promise<Stage> {
    const parts = { database: await testDatabase('feedback', migrations), nats: nats ?? (await testNats()) };
    const service = await startTestService(feedback, testConfig(feedbackConfig, parts));
    return new Stage(parts.database, parts.nats, service);
  }

  private shiftedMs = 0;

  /** Time goes by, for the database and all who ask it. */
  async passes(ms: number): Promise<void> {
    this.shiftedMs += ms;
    await this.database.shiftClock(this.shiftedMs);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await Promise.all([this.database.drop(), this.nats.stop()]);
  }

  async aCharity(zone = 'Europe/London'): Promise<CharityOnStage> {
    const charity = new CharityOnStage(this, newId<CharityId>());
    await charity.register(zone);
    return charity;
  }

  call<Name extends keyof Operations>(
    name: Name,
    input: RequestOf<Operations[Name]>,
    caller: Caller,
  ): Promise<ResultOf<Operations[Name]>> {
    return this.service.call(operations.feedback[name], input, caller);
  }

  /** Says a fact of another service on the bus, and resolves when this one has taken it in. */
  async hears<E extends EventDeclaration>(
    event: E,
    charityId: CharityId,
    fact: Parameters<typeof tell<E>>[3],
  ): Promise<Envelope> {
    const told = await tell(this.nats, event, charityId, fact);
    await this.service.settle();
    return told;
  }

  /** The facts stated about a charity so far, in order, as they went out. */
  factsOf(charityId: CharityId): Promise<Envelope[]> {
    return this.inCharity(charityId, async (tx) => {
      const rows = await tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id');
      return rows.map((row) => Envelope.parse(JSON.parse(row.envelope)));
    });
  }

  /** Everything that is due by the moved clock is done. */
  doWhatIsDue(): Promise<void> {
    return this.service.app.get(DoWhatIsDue).doAll();
  }

  /** What the moved clock says. */
  async now(): Promise<string> {
    const [row] = await this.inCharity(newId<CharityId>(), (tx) =>
      tx.query<{ now: Date }>('SELECT baton.now() AS now'),
    );
    return (row?.now ?? new Date()).toISOString();
  }

  /** In a transaction of the charity, as the service's own code would be. */
  inCharity<T>(charityId: CharityId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.service.app.get(Database).inCharity(charityId, work);
  }
}
