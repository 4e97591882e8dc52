import type { AccountId, CharityId } from '@baton/contracts';
import { Database, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { type TestDatabase, testConfig, testDatabase } from '@baton/testing';
import { startXSandbox, type XSandbox } from '@baton/x-sandbox';
import type { INestApplicationContext } from '@nestjs/common';
import { saveConnection } from '../account/save-connection.js';
import { sayAccountIsBack } from '../account/say-account-is-back.js';
import { type PostingConfig, postingConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { claimLanes } from '../publishing/claim-lanes.js';
import { CrashPoints } from '../publishing/crash-points.js';
import { Lanes } from '../publishing/lanes.js';
import { ReconcileUnknown } from '../publishing/reconcile-unknown.js';
import { neededScopes } from '../x/connect-to-x.js';
import { xProviders } from '../x/x.providers.js';
import { AccountOnSandbox } from './account-on-sandbox.js';
import { CharityOnStage } from './charity-on-stage.js';
import { PlannedCrashes } from './crash.js';
import { publishingProcess } from './publishing-stage.js';
import { serveLanes } from './serve-lanes.js';
import type { Stage } from './stage.js';

/** How long the one call may take here. A fault that is to outlast it waits longer. */
export const xDeadlineMs = 100;
/** Shorter than in real life, for the sake of many runs; a fault that hides a post for longer waits longer, too. */
export const reconcileForMs = 20_000;
/** The workers look at least this often, so whatever becomes due is found as late as this. */
const foundAfterMs = 1_000;

const app = { clientId: 'baton-local-app', clientSecret: 'baton-local-secret' };

interface Process {
  readonly database: Database;
  readonly app: INestApplicationContext;
}

/**
 * Publishing by several processes on one real database, through the real client, to the sandbox in X's wire format.
 *
 * Time passes only when told to, for the database and for the sandbox together, and only when X has dealt with all it
 * was sent: hours are rehearsed in seconds, and nothing that takes real time is overtaken by them.
 */
export class SandboxStage implements Stage<AccountOnSandbox> {
  private constructor(
    private readonly postgres: TestDatabase,
    readonly sandbox: XSandbox,
    private readonly processes: readonly [Process, ...Process[]],
    private readonly config: PostingConfig,
    readonly crashes: PlannedCrashes,
    private readonly clock: { shiftedMs: number },
  ) {}

  static async open(): Promise<SandboxStage> {
    const clock = { shiftedMs: 0 };
    const [postgres, sandbox] = await Promise.all([
      testDatabase('posting-gateway', migrations),
      startXSandbox({ now: () => new Date(Date.now() + clock.shiftedMs) }),
    ]);
    const config = testConfig(
      postingConfig,
      { database: postgres, nats: { url: 'nats://not-used' } },
      {
        PUBLIC_ORIGIN: 'http://127.0.0.1:4000',
        X_API_ORIGIN: sandbox.origin,
        X_AUTHORIZE_ORIGIN: sandbox.origin,
        X_DEADLINE_MS: String(xDeadlineMs),
        RECONCILE_FOR_MS: String(reconcileForMs),
      },
    );
    const crashes = new PlannedCrashes();
    const first = await openProcess(postgres, config, crashes);
    const second = await openProcess(postgres, config, crashes);
    return new SandboxStage(postgres, sandbox, [first, second], config, crashes, clock);
  }

  async close(): Promise<void> {
    for (const { app, database } of this.processes) {
      await app.close();
      await database.close();
    }
    await this.sandbox.close();
    await this.postgres.drop();
  }

  get database(): Database {
    return this.processes[0].database;
  }

  get app(): INestApplicationContext {
    return this.processes[0].app;
  }

  accountOnX(accountId: AccountId): AccountOnSandbox {
    return new AccountOnSandbox(this.sandbox.control, accountId);
  }

  async aCharity(): Promise<CharityOnStage<AccountOnSandbox>> {
    const charity = new CharityOnStage(this, newId<CharityId>());
    charity.account.open();
    await charity.begin();
    return charity;
  }

  /** What a person does who connects the account, for the first time or again. */
  async connect(charityId: CharityId, accountId: AccountId): Promise<void> {
    const { handle, xUserId } = this.accountOnX(accountId);
    const granted = this.sandbox.control.issueTokens({ username: handle, scopes: [...neededScopes] });
    const grant = {
      accessToken: granted.access_token,
      refreshToken: granted.refresh_token ?? '',
      expiresInMs: granted.expires_in * 1000,
      scopes: neededScopes,
    };
    const user = { xUserId, handle, displayName: 'Shine' };
    await this.database.inCharity(charityId, async (tx) => {
      await this.app.get(Lanes).wakeAll(tx);
      await saveConnection(tx, this.app.get(Vault), { accountId, app, grant, user });
      await sayAccountIsBack(tx, accountId);
    });
  }

  async now(): Promise<Date> {
    const [clock] = await this.database.asWorker((tx) =>
      tx.query<{ now: Date }>('SELECT baton.now() AS now'),
    );
    if (!clock) throw new Error('no clock');
    return clock.now;
  }

  /** All processes do all that is due now, side by side; X too. */
  async work(): Promise<void> {
    let worked = true;
    while (worked) {
      const rounds = await Promise.all(this.processes.map((process) => this.round(process)));
      worked = rounds.some(Boolean);
    }
    await this.sandbox.control.settled();
  }

  private async round({ app, database }: Process): Promise<boolean> {
    const lanes = await database.asWorker((tx) => claimLanes(tx, 32, this.config.LANE_LEASE_MS));
    await serveLanes({ app, crashes: this.crashes }, lanes, () => false);
    let restMs = 0;
    await this.crashes.untilDeath(async () => {
      restMs = await app.get(ReconcileUnknown).look();
    });
    return lanes.length > 0 || restMs === 0;
  }

  /** Lets time pass until the next thing is due, and has been found. */
  async passToNext(): Promise<void> {
    const [next] = await this.database.asWorker((tx) =>
      tx.query<{ inMs: string | null }>(
        `SELECT extract(epoch FROM least(
           (SELECT min(greatest(ready_at, resting_until, leased_until)) FROM lane WHERE ready_at IS NOT NULL),
           (SELECT min(next_look_at) FROM timeline_search)) - baton.now()) * 1000 AS "inMs"`,
      ),
    );
    await this.pass(Math.max(0, Math.ceil(Number(next?.inMs ?? 0))) + foundAfterMs);
  }

  async pass(ms: number): Promise<void> {
    this.clock.shiftedMs += ms;
    await this.postgres.shiftClock(this.clock.shiftedMs);
  }

  /** The charities for which a machine has something to do, now or later. */
  async busy(): Promise<ReadonlySet<CharityId>> {
    const rows = await this.database.asWorker((tx) =>
      tx.query<{ charityId: CharityId }>(
        `SELECT charity_id AS "charityId" FROM lane WHERE ready_at IS NOT NULL
          UNION SELECT charity_id FROM timeline_search`,
      ),
    );
    return new Set(rows.map(({ charityId }) => charityId));
  }
}

async function openProcess(
  postgres: TestDatabase,
  config: PostingConfig,
  crashes: PlannedCrashes,
): Promise<Process> {
  const database = await Database.open({ url: postgres.url, applicationName: 'one of the processes' });
  const places = { provide: CrashPoints, useValue: crashes };
  return { database, app: await publishingProcess(database, config, [...xProviders, places]) };
}
