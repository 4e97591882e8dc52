import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CharityId,
  CuratorId,
  MemberId,
  type Operation,
  operations,
  PersonId,
  platformId,
  type RequestOf,
  type Result,
  refuse,
  type StaffRole,
  serviceNames,
  universalRefusals,
} from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId, portOf, startService } from '@baton/service-kit';
import { type TestDatabase, type TestNats, testConfig, testDatabase, testNats } from '@baton/testing';
import type { Msg } from '@nats-io/transport-node';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiGateway } from '../api-gateway.module.js';
import { gatewayConfig } from '../config.js';
import { prepareDoor } from '../door/prepare-door.js';
import { ERASURE_LEDGER } from '../leaving/charity-ledger.js';
import { AddMember } from '../members/add-member.js';
import { migrations } from '../migrations/index.js';
import { People } from '../people/people.js';
import { CuratorSessions } from '../sessions/curator-sessions.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { PostOffice } from './post-office.js';

export const operatorToken = 'operator-token-of-a-test-and-no-secret';
export const publicOrigin = 'http://baton.test';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly body: { refusal?: { code: string; message: string; details?: unknown } } & Record<string, unknown>;
}

/**
 * The gateway as it runs, spoken to over real HTTP. In the other services' place stands one that notes what it is asked
 * and is never available, but for the answers that a test gives it.
 */
export class GatewayOnStage {
  /** What the other services were asked, as the gateway put it. */
  readonly asked: unknown[] = [];
  /** What others answer instead, by operation. */
  readonly answering = new Map<
    string,
    (input: Readonly<Record<string, unknown>>) => Result<unknown, string>
  >();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly nats: TestNats,
    readonly post: PostOffice,
    readonly origin: string,
  ) {}

  static async open(
    settings: Record<string, string> = {},
    moreControllers: readonly Type[] = [],
  ): Promise<GatewayOnStage> {
    const [database, nats] = await Promise.all([testDatabase('api-gateway', migrations), testNats()]);
    const post = await PostOffice.open();
    const ledger = join(tmpdir(), `baton-ledger-${newId()}.jsonl`);
    const config = testConfig(
      gatewayConfig,
      { database, nats },
      {
        PUBLIC_ORIGIN: publicOrigin,
        BATON_OPERATOR_TOKEN: operatorToken,
        SMTP_URL: post.smtpUrl,
        BATON_ERASURE_LEDGER: ledger,
        ANYONE_PER_MINUTE: '100000',
        ...settings,
      },
    );
    const module = apiGateway(config);
    const controllers = [...(module.controllers ?? []), ...moreControllers];
    const app = await startService({ ...module, controllers }, config, prepareDoor);
    const stage = new GatewayOnStage(app, database, nats, post, `http://127.0.0.1:${portOf(app)}`);
    stage.standInForTheOthers();
    return stage;
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.database.drop(), this.nats.stop(), this.post.close()]);
    await rm(this.app.get<string>(ERASURE_LEDGER), { force: true });
  }

  private standInForTheOthers(): void {
    const { connection } = this.app.get(Bus);
    for (const service of serviceNames.filter((name) => name !== 'api-gateway')) {
      const callback = (_: Error | null, question: Msg) => {
        const { data } = question.json<{ data: Record<string, unknown> }>();
        this.asked.push(data);
        const answer = this.answering.get(question.subject.split('.').at(-1) ?? '');
        const response = answer?.(data) ?? refuse('unavailable', universalRefusals.unavailable);
        question.respond(JSON.stringify({ response }));
      };
      connection.subscribe(`op.${service}.>`, { callback });
    }
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.origin}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : {},
    };
  }

  /** Calls an operation as its route is declared, with the path filled in from the input. */
  call<O extends Operation>(operation: O, input: RequestOf<O>, token?: string): Promise<Answer> {
    const fields: Record<string, unknown> = input;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name]));
    return this.ask(`/api${path}`, {
      method: operation.method,
      headers: {
        ...(operation.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(operation.method === 'GET' ? {} : { body: JSON.stringify(input) }),
    });
  }

  async aCharity(slug: string): Promise<{ charityId: CharityId; ownerId: MemberId; ownerEmail: string }> {
    const [charityId, ownerId] = [newId<CharityId>(), newId<MemberId>()];
    const ownerEmail = `owner@${slug}.example`;
    const owner = { memberId: ownerId, email: ownerEmail };
    const charity = { charityId, name: `The ${slug} charity`, slug, zone: 'Europe/London', owner };
    const answer = await this.call(operations['api-gateway']['register-charity'], charity, operatorToken);
    if (answer.status !== 200) throw new Error(`no charity: ${answer.text}`);
    return { charityId, ownerId, ownerEmail };
  }

  /** A member of the team, put there without the mail. */
  async aMember(charityId: CharityId, role: StaffRole, email = `${newId()}@team.example`): Promise<MemberId> {
    const memberId = newId<MemberId>();
    const personId = await this.app.get(People).findOrMake(email);
    await this.inCharity(charityId, (tx) => this.app.get(AddMember).add(tx, { memberId, personId, role }));
    return memberId;
  }

  /** A session's token, opened without the code. */
  async aSession(
    charityId: CharityId,
    who: { memberId: MemberId } | { curatorId: CuratorId },
  ): Promise<string> {
    const opened =
      'curatorId' in who
        ? this.app.get(CuratorSessions).open(charityId, who.curatorId, 'A test')
        : this.openSessionOf(await this.personOf(charityId, who.memberId));
    const session = await opened;
    if (!session) throw new Error('their part in the charity has ended');
    return session.token;
  }

  private openSessionOf(personId: PersonId) {
    const sessions = this.app.get(StaffSessions);
    return this.inCharity(platformId, (tx) => sessions.open(tx, personId, 'A test'));
  }

  aCuratorsSession = (charityId: CharityId): Promise<string> =>
    this.aSession(charityId, { curatorId: newId<CuratorId>() });

  async aMembersSession(charityId: CharityId, role: StaffRole): Promise<string> {
    return this.aSession(charityId, { memberId: await this.aMember(charityId, role) });
  }

  async personOf(charityId: CharityId, memberId: MemberId): Promise<PersonId> {
    const [row] = await this.inCharity(charityId, (tx) =>
      tx.query<{ person_id: string }>('SELECT person_id FROM member WHERE member_id = $1', [memberId]),
    );
    return PersonId.parse(row?.person_id);
  }

  inCharity: Database['inCharity'] = (charityId, work) => this.app.get(Database).inCharity(charityId, work);
}
