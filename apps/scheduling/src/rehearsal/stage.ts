import {
  type Caller,
  type CharityId,
  Envelope,
  type EventDeclaration,
  operations,
  type RequestOf,
  type ResultOf,
} from '@baton/contracts';
import { Bus, type newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import {
  openTeller,
  settle,
  startTestService,
  type Teller,
  type TestDatabase,
  type TestNats,
  type TestService,
  testConfig,
  testDatabase,
  testNats,
} from '@baton/testing';
import { schedulingConfig } from '../config.js';
import { HandoverClock } from '../handover/handover-clock.js';
import { migrations } from '../migrations/index.js';
import { KeepRotasFilled } from '../rota/keep-rotas-filled.js';
import { scheduling } from '../scheduling.module.js';
import { TimerClock } from '../timers/timer-clock.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import { KeepZoneLaw } from '../zone-law/keep-zone-law.js';
import { CharityOnStage } from './charity-on-stage.js';
import { isOfState } from './facts-of-state.js';

type Operations = typeof operations.scheduling;

/** Scheduling as it runs, in any number of replicas, with a clock that can be moved. */
export class Stage {
  private readonly replicas: TestService[] = [];
  private teller: Promise<Teller> | undefined;

  private constructor(
    private readonly database: TestDatabase,
    private readonly nats: TestNats,
  ) {}

  static async open(): Promise<Stage> {
    const stage = new Stage(await testDatabase('scheduling', migrations), await testNats());
    await stage.startReplica();
    return stage;
  }

  async close(): Promise<void> {
    await this.stopReplicas();
    await (await this.teller)?.close();
    await Promise.all([this.database.drop(), this.nats.stop()]);
  }

  /** `zoneRules`: as a replica would know them that was built with another zone database. */
  async startReplica(zoneRules?: ZoneRules): Promise<void> {
    const config = testConfig(schedulingConfig, { database: this.database, nats: this.nats });
    this.replicas.push(await startTestService((parsed) => scheduling(parsed, zoneRules), config));
  }

  async stopReplicas(): Promise<void> {
    await Promise.all(this.replicas.splice(0).map((replica) => replica.stop()));
  }

  /** How long the database's clock is after the real time. */
  shiftedMs = 0;

  /** Moves the database's clock to so long after the real time. */
  shiftClock(byMs: number): Promise<void> {
    this.shiftedMs = byMs;
    return this.database.shiftClock(byMs);
  }

  /** Moves it on to an instant; where that is over already, it stays. */
  async setClock(at: number): Promise<void> {
    if (at - Date.now() > this.shiftedMs) await this.shiftClock(at - Date.now());
  }

  /** When something is due next, by the database's clock; Infinity where nothing is. */
  async nextDueAt(): Promise<number> {
    const [next] = await this.replica.app
      .get(Database)
      .asWorker((tx) =>
        tx.query<{ at: Date | null }>(
          'SELECT least((SELECT min(due_at) FROM takeover), (SELECT min(due_at) FROM timer)) AS at',
        ),
      );
    return next?.at?.getTime() ?? Number.POSITIVE_INFINITY;
  }

  /** A test of very many commits says nothing about what a crash leaves, and need not wait for the disk. */
  async doNotWaitForTheDisk(): Promise<void> {
    await this.stopReplicas();
    const owner = await Database.open({ url: this.database.adminUrl, applicationName: 'owner' });
    await owner.asWorker((tx) =>
      tx.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
      ),
    );
    await owner.close();
    await this.startReplica();
  }

  /** Ends every connection of the service in the middle of what it is doing. */
  async cutConnections(): Promise<void> {
    const admin = await Database.open({ url: this.database.adminUrl, applicationName: 'scissors' });
    await admin.asWorker((tx) =>
      tx.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND usename = 'baton_scheduling'`),
    );
    await admin.close();
  }

  /** How many circles the database has had to break so far. Ends the service: a connection tells what it has counted when it goes. */
  async deadlocks(): Promise<number> {
    await this.stopReplicas();
    const admin = await Database.open({ url: this.database.adminUrl, applicationName: 'counter' });
    const [counted] = await admin.asWorker((tx) =>
      tx.query<{ deadlocks: number }>(
        'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
      ),
    );
    await admin.close();
    return counted?.deadlocks ?? 0;
  }

  /** Every replica looks for what is due; resolves when it has been moved. */
  async look(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(HandoverClock).look()));
  }

  /** Every replica does what timers are due; resolves when all of it is done or postponed. */
  async doWhatIsDue(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(TimerClock).look()));
  }

  async keepRotasFilled(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(KeepRotasFilled).fillAll()));
  }

  /** Every replica derives anew what was derived by an older law than it knows. */
  async keepZoneLaw(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(KeepZoneLaw).deriveAll()));
  }

  async aCharity(zone = 'UTC'): Promise<CharityOnStage> {
    const charity = new CharityOnStage(this, newId<CharityId>());
    await charity.register(zone);
    return charity;
  }

  call<Name extends keyof Operations>(
    name: Name,
    input: RequestOf<Operations[Name]>,
    caller: Caller,
  ): Promise<ResultOf<Operations[Name]>> {
    return this.replica.call(operations.scheduling[name], input, caller);
  }

  /** Says a fact of another service on the bus, and resolves when this one has taken it in. */
  async hears<E extends EventDeclaration>(
    event: E,
    charityId: CharityId,
    fact: Parameters<typeof newFact<E>>[1],
  ): Promise<void> {
    this.teller ??= openTeller(this.nats);
    await (await this.teller).tell(event, charityId, fact);
    await settle(...this.replicas);
  }

  /** The facts stated after one that was seen, and the last of them. */
  factsSince(charityId: CharityId, seen: string): Promise<{ facts: Envelope[]; last: string }> {
    return this.inCharity(charityId, async (tx) => {
      const rows = await tx.query<{ id: string; envelope: string }>(
        'SELECT id, envelope FROM outbox WHERE id > $1 ORDER BY id',
        [seen],
      );
      const facts = rows.map((row) => Envelope.parse(JSON.parse(row.envelope)));
      return { facts, last: rows.at(-1)?.id ?? seen };
    });
  }

  /** The facts stated about a charity so far, in order. */
  factsOf(charityId: CharityId): Promise<Envelope[]> {
    return this.inCharity(charityId, async (tx) => {
      const rows = await tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id');
      return rows.map((row) => Envelope.parse(JSON.parse(row.envelope)));
    });
  }

  /** Listens on the bus from now on; `heard` resolves with the next `count` facts about the state of the charity’s takeovers. */
  listenTo(charityId: CharityId, count: number): { heard: Promise<Envelope[]> } {
    const { connection } = this.replica.app.get(Bus);
    const facts = connection.subscribe(`facts.scheduling.${charityId}.takeover.>`);
    const hear = async () => {
      const heard: Envelope[] = [];
      for await (const message of facts) {
        const fact = Envelope.parse(message.json());
        if (isOfState(fact)) heard.push(fact);
        if (heard.length === count) break;
      }
      return heard;
    };
    return { heard: hear() };
  }

  /** In a transaction of the charity, as the service's own code would be. */
  inCharity: Database['inCharity'] = (charityId, work) =>
    this.replica.app.get(Database).inCharity(charityId, work);

  private get replica(): TestService {
    const [replica] = this.replicas;
    if (!replica) throw new Error('no replica is running');
    return replica;
  }
}
