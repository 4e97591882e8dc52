import { randomBytes } from 'node:crypto';
import {
  type AccountId,
  beginConnection,
  type Caller,
  type CharityId,
  type CuratorId,
  charityRegistered,
  finishConnection,
  type MemberId,
  type Operation,
  type OutputOf,
  type RequestOf,
  type ResultOf,
  type SlotId,
  type TakeoverId,
  takeoverScheduled,
  viewAccount,
} from '@baton/contracts';
import { Database, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import {
  startTestService,
  type TestDatabase,
  type TestNats,
  type TestService,
  tell,
  testConfig,
  testDatabase,
  testNats,
} from '@baton/testing';
import { startXSandbox, type XSandbox } from '@baton/x-sandbox';
import { type PostingConfig, postingConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { postingGateway } from '../posting-gateway.module.js';

const publicOrigin = 'http://127.0.0.1:4000';
const app = { clientId: 'baton-local-app', clientSecret: 'baton-local-secret' };

/** The whole service on a real database and bus, with the pretend X that speaks X's wire format. */
export class GatewayWithSandbox {
  private constructor(
    readonly service: TestService,
    readonly sandbox: XSandbox,
    readonly postgres: TestDatabase,
    readonly nats: TestNats,
    private readonly config: PostingConfig,
    private readonly clock: { shiftedMs: number },
  ) {}

  /** `postgresUrl`: a server of its own, for tests that harm it. `wayToX`: what stands between, for tests that harm that. */
  static async start(
    settings: Record<string, string> = {},
    postgresUrl?: string,
    wayToX: (origin: string) => Promise<string> = (origin) => Promise.resolve(origin),
  ): Promise<GatewayWithSandbox> {
    const clock = { shiftedMs: 0 };
    const [database, nats, sandbox] = await Promise.all([
      testDatabase('posting-gateway', migrations, postgresUrl),
      testNats(),
      startXSandbox({ now: () => new Date(Date.now() + clock.shiftedMs) }),
    ]);
    const config = testConfig(
      postingConfig,
      { database, nats },
      {
        PUBLIC_ORIGIN: publicOrigin,
        X_API_ORIGIN: await wayToX(sandbox.origin),
        X_AUTHORIZE_ORIGIN: sandbox.origin,
        ...settings,
      },
    );
    const service = await startTestService(postingGateway, config);
    return new GatewayWithSandbox(service, sandbox, database, nats, config, clock);
  }

  /** One more process of the same service on the same database, bus and X. */
  anotherProcess(): Promise<TestService> {
    return startTestService(postingGateway, this.config);
  }

  /** Sets the database's clock and X's this far ahead of this host's. */
  async shiftClocks(ms: number): Promise<void> {
    this.clock.shiftedMs = ms;
    await this.postgres.shiftClock(ms);
  }

  get database(): Database {
    return this.service.app.get(Database);
  }

  get vault(): Vault {
    return this.service.app.get(Vault);
  }

  /** A charity of its own, with an account of its own on X. */
  async aCharity(): Promise<CharityWithSandbox> {
    const charity = new CharityWithSandbox(this, newId<CharityId>());
    this.sandbox.control.createAccount({ username: charity.handle, name: 'Shine MS' });
    await tell(this.nats, charityRegistered, charity.charityId, {
      ...{ subject: charity.charityId, revision: 1 },
      data: { name: 'Shine MS', slug: 'shine-ms', zone: 'Europe/London' },
    });
    await this.service.settle();
    return charity;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.sandbox.close();
    await this.nats.stop();
    await this.postgres.drop();
  }
}

const justSteppedUp = () => ({ steppedUpUntil: new Date(Date.now() + 600_000).toISOString() });

export class CharityWithSandbox {
  /** X allows fifteen characters. */
  /** Letters only: with digits in a post it now and then looks like a telephone number. */
  readonly handle = `c_${randomBytes(6)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  readonly accountId = newId<AccountId>();
  readonly curatorId = newId<CuratorId>();

  constructor(
    private readonly gateway: GatewayWithSandbox,
    readonly charityId: CharityId,
  ) {}

  get asManager(): Extract<Caller, { kind: 'staff' }> {
    return { kind: 'staff', charityId: this.charityId, memberId: newId<MemberId>(), role: 'manager' };
  }

  get asTrustee(): Extract<Caller, { kind: 'staff' }> {
    return { kind: 'staff', charityId: this.charityId, memberId: newId<MemberId>(), role: 'trustee' };
  }

  /** The same, who have just proved who they are. */
  get asSureManager(): Caller {
    return { ...this.asManager, ...justSteppedUp() };
  }

  get asSureTrustee(): Caller {
    return { ...this.asTrustee, ...justSteppedUp() };
  }

  get asCurator(): Caller {
    return this.asCuratorWith(this.curatorId);
  }

  asCuratorWith(curatorId: CuratorId): Caller {
    return { kind: 'curator', charityId: this.charityId, curatorId };
  }

  call<O extends Operation>(operation: O, input: RequestOf<O>, caller: Caller): Promise<ResultOf<O>> {
    return this.gateway.service.call(operation, input, caller);
  }

  /** Calls and expects a yes. */
  async succeed<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    caller: Caller,
  ): Promise<OutputOf<O>> {
    const result = await this.call(operation, input, caller);
    if (!result.ok) throw new Error(`${operation.name} was refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  /** `more`: what a client may send along that the contract does not know. */
  begin(
    accountId = this.accountId,
    anotherAccount = false,
    more: object = {},
  ): Promise<OutputOf<typeof beginConnection>> {
    const { charityId } = this;
    const input = { charityId, accountId, anotherAccount, ...app, ...more };
    return this.succeed(beginConnection, input, this.asSureManager);
  }

  /** What a person does on X's page, signed in there to this account; answers what comes back with the redirect. */
  async sayYes(authorizeUrl: string, username = this.handle): Promise<{ state: string; code: string }> {
    const answer = await fetch(authorizeUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ decision: 'allow', username }),
    });
    const back = new URL(answer.headers.get('location') ?? '').searchParams;
    return { state: back.get('state') ?? '', code: back.get('code') ?? '' };
  }

  finish(back: { state: string; code: string }): Promise<ResultOf<typeof finishConnection>> {
    return this.call(finishConnection, { charityId: this.charityId, ...back }, this.asManager);
  }

  /** The whole way: begun, said yes to, finished. */
  async connect(accountId = this.accountId): Promise<void> {
    const { authorizeUrl } = await this.begin(accountId);
    const result = await this.finish(await this.sayYes(authorizeUrl));
    if (!result.ok) throw new Error(`not connected: ${JSON.stringify(result.refusal)}`);
  }

  async account(): Promise<OutputOf<typeof viewAccount>['account']> {
    const { charityId } = this;
    return (await this.succeed(viewAccount, { charityId }, this.asManager)).account;
  }

  /** A takeover of this charity's curator; both edges in milliseconds from now. */
  async schedule(opensInMs: number, closesInMs: number): Promise<TakeoverId> {
    const takeoverId = newId<TakeoverId>();
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    await tell(this.gateway.nats, takeoverScheduled, this.charityId, {
      ...{ subject: takeoverId, revision: 1 },
      data: {
        ...{ takeoverId, slotId: newId<SlotId>(), curatorId: this.curatorId },
        ...{ penName: 'Robin', identityLevel: 'penName' },
        ...{ opensAt: at(opensInMs), closesAt: at(closesInMs) },
      },
    });
    await this.gateway.service.settle();
    return takeoverId;
  }
}
