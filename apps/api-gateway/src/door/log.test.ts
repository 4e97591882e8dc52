import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOperations, type CharityId, type MemberId, type Operation } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { type TestDatabase, type TestNats, testConfig, testDatabase, testNats } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { GatewayProcess } from '../rehearsal/gateway-process.js';

const operatorToken = 'operator-token-of-a-test-and-no-secret';
const canary = 'canary.whitcombe';
const address = `${canary}@example.org`;
const charityId = newId<CharityId>();

let database: TestDatabase;
let nats: TestNats;
let gateway: GatewayProcess;

/** Logs all it can, and nobody takes its mail: what goes wrong with an address in hand is logged as well. */
beforeAll(async () => {
  [database, nats] = await Promise.all([testDatabase('api-gateway', migrations), testNats()]);
  const settings = {
    LOG_LEVEL: 'debug',
    PUBLIC_ORIGIN: 'http://baton.test',
    BATON_OPERATOR_TOKEN: operatorToken,
    SMTP_URL: 'smtp://127.0.0.1:1',
    BATON_ERASURE_LEDGER: join(tmpdir(), `baton-ledger-${newId()}.jsonl`),
    ANYONE_PER_MINUTE: '100000',
  };
  gateway = await GatewayProcess.start(testConfig(gatewayConfig, { database, nats }, settings));
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

async function send(path: string, method: string, body: string, type = 'application/json'): Promise<number> {
  const headers = {
    authorization: `Bearer ${operatorToken}`,
    'content-type': type,
    'sec-fetch-site': 'same-origin',
  };
  const carriesBody = method === 'POST' || method === 'PUT';
  const response = await fetch(`${gateway.origin}${path}`, {
    method,
    headers,
    ...(carriesBody ? { body } : {}),
  });
  await response.arrayBuffer();
  return response.status;
}

/** The address in every field, in the path and in the query, well-formed or not. */
async function typeItInto(operation: Operation): Promise<void> {
  const wrong = Object.fromEntries(Object.keys(operation.input.shape).map((field) => [field, address]));
  const right = {
    ...wrong,
    charityId,
    name: address,
    slug: 'canary',
    zone: 'Europe/London',
    memberId: newId<MemberId>(),
    owner: { memberId: newId<MemberId>(), email: address },
    email: address,
    role: 'manager',
    as: 'staff',
    code: '12345678',
  };
  const inOurCharity = `/api${operation.path.replace('{charityId}', charityId).replace(/\{\w+\}/g, newId())}`;
  const path = `/api${operation.path.replace(/\{\w+\}/g, address)}`;
  for (const body of [JSON.stringify(wrong), JSON.stringify(right), `{"email":"${address}`]) {
    await send(inOurCharity, operation.method, body);
    await send(`${path}?email=${address}`, operation.method, body);
  }
}

describe('P2: the log carries no secret and no person', () => {
  it('an address typed into any operation or form, right or wrong, is in no line', async () => {
    for (const operation of allOperations.filter(({ path }) => path !== 'internal')) {
      await typeItInto(operation);
    }
    const form = 'application/x-www-form-urlencoded';
    expect(await send('/sign-in/canary', 'POST', `as=staff&email=${address}`, form)).toBe(200);
    await send('/sign-in/canary/code', 'POST', `as=staff&email=${address}&code=${address}`, form);
    await send('/sign-in-by-link', 'POST', `token=${address}`, form);
    await send(`/sign-in/${address}?x=${address}`, 'GET', '');
    await gateway.prints('mail not sent');
    const telling = gateway.printed.filter((line) =>
      [canary, operatorToken, '12345678'].some((secret) => line.includes(secret)),
    );
    expect(telling).toEqual([]);
    expect(gateway.printed.length).toBeGreaterThan(1);
  });
});
