import type { AccountId, CharityId } from '@baton/contracts';
import { Database, LocalKeyWrapper, Vault } from '@baton/persistence';
import { Log, newId } from '@baton/service-kit';
import { type TestDatabase, testConfig, testDatabase } from '@baton/testing';
import type { INestApplicationContext, Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KeepArchive } from '../archive/keep-archive.js';
import { POSTING_CONFIG, type PostingConfig, postingConfig } from '../config.js';
import { DeletePastPosts } from '../deleting/delete-past-posts.js';
import { migrations } from '../migrations/index.js';
import { claimLanes } from '../publishing/claim-lanes.js';
import { CrashPoints } from '../publishing/crash-points.js';
import { publishingProviders } from '../publishing/publishing.providers.js';
import { ReconcileUnknown } from '../publishing/reconcile-unknown.js';
import { WithinReach } from '../publishing/within-reach.js';
import { CarryOutRetention } from '../retention/carry-out-retention.js';
import { XAccount } from '../x/x-account.js';
import { CharityOnStage } from './charity-on-stage.js';
import { PlannedCrashes } from './crash.js';
import { type PretendAccount, PretendX } from './pretend-x.js';
import { serveLanes } from './serve-lanes.js';
import type { Stage } from './stage.js';
import { useCases } from './use-cases.js';

export const leaseMs = 30_000;
export const reconcileForMs = 60_000;

/** There is no bus here: the switch is thrown by a call in this process, so whoever stops is always heard. */
const alwaysWithinReach: Pick<WithinReach, 'ofThoseWhoStop'> = { ofThoseWhoStop: async () => true };

/** The use cases of publishing as one process has them, on a way to X and with places to die. */
export async function publishingProcess(
  database: Database,
  config: PostingConfig,
  more: readonly Provider[],
): Promise<INestApplicationContext> {
  const module = {
    module: PublishingStage,
    providers: [
      ...publishingProviders,
      ...useCases,
      { provide: Database, useValue: database },
      { provide: Vault, useValue: new Vault(LocalKeyWrapper.fromFile(config.BATON_MASTER_KEY_FILE)) },
      { provide: Log, useValue: new Log({ service: 'stage', level: 'error' }) },
      { provide: POSTING_CONFIG, useValue: config },
      { provide: WithinReach, useValue: alwaysWithinReach },
      ...more,
    ],
  };
  return NestFactory.createApplicationContext(module, { logger: false });
}

/**
 * Publishing on a real database with a pretended X. Its workers do not run by themselves: a test says
 * when lanes are served and timelines looked at, and moves the database's clock in between.
 */
export class PublishingStage implements Stage<PretendAccount> {
  private readonly others: { readonly app: INestApplicationContext; readonly database: Database }[] = [];
  private shiftedMs = 0;

  private constructor(
    private readonly postgres: TestDatabase,
    readonly database: Database,
    readonly app: INestApplicationContext,
    readonly x: PretendX,
    readonly crashes: PlannedCrashes,
    private readonly config: PostingConfig,
  ) {}

  static async open(): Promise<PublishingStage> {
    const postgres = await testDatabase('posting-gateway', migrations);
    const config = testConfig(
      postingConfig,
      { database: postgres, nats: { url: 'nats://not-used' } },
      {
        PUBLIC_ORIGIN: 'http://127.0.0.1:4000',
        LANE_LEASE_MS: String(leaseMs),
        RECONCILE_FOR_MS: String(reconcileForMs),
      },
    );
    const database = await Database.open({ url: postgres.url, applicationName: 'publishing on stage' });
    const [x, crashes] = [new PretendX(), new PlannedCrashes()];
    const app = await publishingProcess(database, config, [
      { provide: XAccount, useValue: x },
      { provide: CrashPoints, useValue: crashes },
    ]);
    return new PublishingStage(postgres, database, app, x, crashes, config);
  }

  /** One more process of the same service. */
  async anotherProcess(): Promise<INestApplicationContext> {
    const database = await Database.open({ url: this.postgres.url, applicationName: 'another process' });
    const app = await publishingProcess(database, this.config, [
      { provide: XAccount, useValue: this.x },
      { provide: CrashPoints, useValue: this.crashes },
    ]);
    this.others.push({ app, database });
    return app;
  }

  async close(): Promise<void> {
    for (const { app, database } of this.others) {
      await app.close();
      await database.close();
    }
    await this.app.close();
    await this.database.close();
    await this.postgres.drop();
  }

  /** A charity with a connected account, no time to undo, and a takeover that is open for an hour. */
  async aCharity(window?: Parameters<CharityOnStage['begin']>[0]): Promise<CharityOnStage> {
    const charity = new CharityOnStage(this, newId<CharityId>());
    await charity.begin(window);
    return charity;
  }

  accountOnX(accountId: AccountId): PretendAccount {
    return this.x.account(accountId);
  }

  async connect(charityId: CharityId, accountId: AccountId): Promise<void> {
    await this.database.inCharity(charityId, (tx) =>
      tx.query(
        `INSERT INTO account (charity_id, account_id, state, x_user_id, handle, display_name, scopes, connected_at,
                              client_id, sealed_client_secret, sealed_access_token, sealed_refresh_token,
                              access_expires_at, generation, revision)
         VALUES ($1, $2, 'connected', '1', 'shine', 'Shine', '{}', baton.now(), 'app', '', '', '', baton.now(), 1, 1)`,
        [charityId, accountId],
      ),
    );
  }

  async now(): Promise<Date> {
    const [clock] = await this.database.asWorker((tx) =>
      tx.query<{ now: Date }>('SELECT baton.now() AS now'),
    );
    if (!clock) throw new Error('no clock');
    return clock.now;
  }

  /** Lets time pass for the database. */
  async pass(ms: number): Promise<void> {
    this.shiftedMs += ms;
    await this.postgres.shiftClock(this.shiftedMs);
  }

  /**
   * Serves lanes until none is ready, or until told to stop. A planned crash ends the serving of its lane, as
   * it would a process.
   */
  async publish(stopping = () => false, slots = 32, app = this.app): Promise<void> {
    for (;;) {
      const lanes = await this.database.asWorker((tx) => claimLanes(tx, slots, leaseMs));
      if (lanes.length === 0) return;
      await serveLanes({ app, crashes: this.crashes }, lanes, stopping);
      if (stopping()) return;
    }
  }

  /** Long enough for every lease to end, then for every search, with looks in between. */
  async letEverythingSettle(): Promise<void> {
    await this.pass(leaseMs + 1);
    await this.publish();
    for (const waited of [1, reconcileForMs / 2, reconcileForMs]) {
      await this.pass(waited);
      await this.reconcile();
      await this.publish();
    }
  }

  /** Removes what has been kept long enough, wherever that is due. */
  async carryOutRetention(): Promise<void> {
    while ((await this.app.get(CarryOutRetention).round()) === 0);
  }

  /** Makes entries of the archive until none is due. */
  async keepArchive(): Promise<void> {
    while ((await this.app.get(KeepArchive).round()) === 0);
  }

  /** Asks X to delete what is due, a few at a time, once. */
  delete(): Promise<unknown> {
    return this.app.get(DeletePastPosts).round();
  }

  /** Looks on the timelines for what is unknown, once, wherever a look is due. */
  reconcile(): Promise<unknown> {
    return this.app.get(ReconcileUnknown).look();
  }
}
