import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Caller,
  type CharityId,
  Envelope,
  type EventDeclaration,
  operations,
  type RequestOf,
  type ResultOf,
} from '@baton/contracts';
import type { newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
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
import type { Type } from '@nestjs/common';
import { recruitmentConfig } from '../config.js';
import { RenewFingerprints } from '../identity/renew-fingerprints.js';
import { MailDoor } from '../mail-door/mail-door.js';
import { SendQueuedMail } from '../mail-queue/send-queued-mail.js';
import { migrations } from '../migrations/index.js';
import { recruitment } from '../recruitment.module.js';
import { CarryOutRetention } from '../retention/carry-out-retention.js';
import { LookThrough } from '../waits/look-through.js';
import { CharityOnStage } from './charity-on-stage.js';
import { Mailbox } from './mailbox.js';

type Operations = typeof operations.recruitment;

/** A ledger in which nobody is yet. */
const aLedger = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'baton-ledger-')), 'erasures.jsonl');

/** Recruitment as it runs, in any number of replicas, with a clock that can be moved and a mail server of its own. */
export class Stage {
  private readonly replicas: TestService[] = [];
  private teller: Promise<Teller> | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly nats: TestNats,
    readonly mailbox: Mailbox,
    readonly ledger: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<Stage> {
    const parts = [testDatabase('recruitment', migrations), testNats(), Mailbox.open(), aLedger()] as const;
    const stage = new Stage(...(await Promise.all(parts)), settings);
    await stage.startReplica();
    return stage;
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.splice(0).map((replica) => replica.stop()));
    await (await this.teller)?.close();
    await Promise.all([this.database.drop(), this.nats.stop(), this.mailbox.close()]);
  }

  /** Stops every replica, and starts one when the work is done. */
  async whileStopped(work: () => Promise<void>): Promise<void> {
    await Promise.all(this.replicas.splice(0).map((replica) => replica.stop()));
    await work();
    await this.startReplica();
  }

  async startReplica(): Promise<void> {
    const more = {
      SMTP_URL: this.mailbox.smtpUrl,
      PUBLIC_ORIGIN: 'https://baton.example',
      BATON_ERASURE_LEDGER: this.ledger,
      MAIL_FROM: 'Baton <hello@baton.example>',
      MAIL_DOOR_PORT: '0',
      ...this.settings,
    };
    this.replicas.push(await startTestService(recruitment, testConfig(recruitmentConfig, this, more)));
  }

  /** `asksFor`: of its curators before their weekend, the agreement alone, or what is usual. */
  async aCharity(
    name = 'Shine MS',
    asksFor: 'agreement' | 'theUsual' = 'agreement',
  ): Promise<CharityOnStage> {
    const charity = new CharityOnStage(this, newId<CharityId>());
    await charity.register(name);
    await charity.openCall();
    if (asksFor === 'agreement') await charity.askForTheAgreementAlone();
    return charity;
  }

  /** Is told of every answer, once somebody wants to know. */
  witness: (operation: string, caller: Caller, answer: unknown) => void = () => undefined;

  async call<Name extends keyof Operations>(
    name: Name,
    input: RequestOf<Operations[Name]>,
    caller: Caller,
  ): Promise<ResultOf<Operations[Name]>> {
    const answer = await this.replica.call(operations.recruitment[name], input, caller);
    this.witness(name, caller, answer);
    return answer;
  }

  /** Says a fact of another service on the bus, and resolves when this one has taken it in. */
  async hears<E extends EventDeclaration>(
    event: E,
    charityId: CharityId,
    fact: Parameters<typeof newFact<E>>[1],
  ): Promise<void> {
    await this.says(event, charityId, fact);
    await this.settled();
  }

  /** Says a fact of another service on the bus, which is taken in when it is. */
  async says<E extends EventDeclaration>(
    event: E,
    charityId: CharityId,
    fact: Parameters<typeof newFact<E>>[1],
  ): Promise<void> {
    this.teller ??= openTeller(this.nats);
    await (await this.teller).tell(event, charityId, fact);
  }

  /** Resolves when everything that was said is taken in. The first replica does that for all, as long as it lives. */
  settled(): Promise<void> {
    return settle(this.replica);
  }

  /** Every replica sends what is due; resolves when all of it has arrived or been postponed. */
  async sendMail(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(SendQueuedMail).sendDue()));
  }

  /** From now on mails go when a test says so, and at no other moment. */
  async stopSendingByItself(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(SendQueuedMail).stop()));
  }

  /** Where mails come in. */
  get doorPort(): number {
    const { port } = this.replica.app.get(MailDoor);
    if (port === undefined) throw new Error('the mail door is shut');
    return port;
  }

  /** Every replica forgets whose days are over. */
  async carryOutRetention(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(CarryOutRetention).carryOutDue()));
  }

  /** Every replica looks for whoever waits for the team. */
  async lookThrough(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(LookThrough).lookThroughDue()));
  }

  /** As at a start: whoever has no fingerprints of today's way gets them. */
  async renewFingerprints(): Promise<void> {
    await Promise.all(this.replicas.map(({ app }) => app.get(RenewFingerprints).renew()));
  }

  /** The facts stated about a charity so far, in order. */
  factsOf(charityId: CharityId): Promise<Envelope[]> {
    return this.inCharity(charityId, async (tx) => {
      const rows = await tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id');
      return rows.map((row) => Envelope.parse(JSON.parse(row.envelope)));
    });
  }

  /** In a transaction of the charity, as the service's own code would be. */
  inCharity<T>(charityId: CharityId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.replica.app.get(Database).inCharity(charityId, work);
  }

  /** A part of the service, as another part of it would be given it. */
  part<T>(type: Type<T>): T {
    return this.replica.app.get(type);
  }

  /** As the owner of the schema, whom no grant binds. */
  async asOwner(sql: string): Promise<void> {
    const owner = await Database.open({ url: this.database.adminUrl, applicationName: 'owner' });
    await owner.asWorker((tx) => tx.query(sql));
    await owner.close();
  }

  /** Transactions of the service that are open and doing nothing. */
  async openTransactions(): Promise<unknown[]> {
    const owner = await Database.open({ url: this.database.adminUrl, applicationName: 'owner' });
    const open = await owner.asWorker((tx) =>
      tx.query(`SELECT query FROM pg_stat_activity
                 WHERE datname = current_database() AND usename = 'baton_recruitment' AND state = 'idle in transaction'`),
    );
    await owner.close();
    return open;
  }

  private get replica(): TestService {
    const [replica] = this.replicas;
    if (!replica) throw new Error('no replica is running');
    return replica;
  }
}
