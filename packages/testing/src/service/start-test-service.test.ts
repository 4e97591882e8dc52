import { CharityId, CuratorId } from '@baton/contracts';
import { serviceConfig } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../database/test-database.js';
import { type FaultProxy, faultProxy } from '../faults/fault-proxy.js';
import { type TestNats, testNats } from '../nats/test-nats.js';
import {
  countLamps,
  Diary,
  Door,
  lampLit,
  lampMigrations,
  lamps,
  shadeOrdered,
  waitAtDoor,
} from '../rehearsal/lamp-service.js';
import { startTestService, type TestService } from './start-test-service.js';
import { tell } from './tell.js';
import { testConfig } from './test-config.js';

const charityId = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');
const other = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0002');
const curatorId = CuratorId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0003');
const curator = { kind: 'curator', charityId, curatorId } as const;

let nats: TestNats;
let database: TestDatabase;
let toDatabase: FaultProxy;
let toNats: FaultProxy;
let service: TestService;
const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'GET', url, headers });

beforeAll(async () => {
  nats = await testNats();
});
afterAll(() => nats.stop());
beforeEach(async () => {
  database = await testDatabase('feedback', lampMigrations);
  toDatabase = await faultProxy(database.url);
  toNats = await faultProxy(nats.url);
  service = await startTestService(lamps, testConfig(serviceConfig, { database: toDatabase, nats: toNats }));
});
afterEach(async () => {
  toDatabase.pass();
  toNats.pass();
  await service.stop();
  await Promise.all([toDatabase.close(), toNats.close()]);
  await database.drop();
});

describe('a service on the kit', () => {
  it('answers over the bus, by the access rule of the contract', async () => {
    expect(await service.call(countLamps, { charityId }, curator)).toEqual({
      ok: true,
      value: { lamps: 0, shades: 0 },
    });
    expect(await service.call(countLamps, { charityId: other }, curator)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    expect(await service.call(countLamps, { charityId }, { kind: 'anyone' })).toMatchObject({
      refusal: { code: 'signedOut' },
    });
  });

  it('has settled when what it was told, and what that led to, is done', async () => {
    const told: string[] = [];
    for (const lampId of ['1', '2', '3']) {
      const fact = { subject: lampId, revision: 1, data: { lampId, colour: 'red' } };
      told.push((await tell(nats, lampLit, charityId, fact)).id);
    }
    await service.settle();
    expect(await service.call(countLamps, { charityId }, curator)).toMatchObject({
      value: { lamps: 3, shades: 3 },
    });
    const ordered = await service.stated(shadeOrdered);
    expect(ordered.map((fact) => fact.data.lampId)).toEqual(['1', '2', '3']);
    expect(ordered[0]).toMatchObject({ charityid: charityId, revision: 1 });
    expect(ordered.map((fact) => fact.causationid)).toEqual(told);
  });

  it('tells metrics by operation, stream and route, and no ids', async () => {
    await service.call(countLamps, { charityId }, curator);
    await tell(nats, lampLit, charityId, { subject: '7', revision: 1, data: { lampId: '7', colour: 'red' } });
    await service.settle();
    await get(`/nothing/${charityId}`);
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    const lines = body
      .split('\n')
      .map((line) => line.replace(/,service="feedback"|service="feedback",?/, ''));
    expect(lines).toEqual(
      expect.arrayContaining([
        'baton_operation_seconds_count{operation="count-lamps",outcome="accepted"} 1',
        'baton_facts_consumed_total{stream="FACTS_SCHEDULING",as="applied"} 1',
        'baton_http_seconds_count{method="GET",route="unmatched",status="404"} 1',
        'baton_facts_published_total{} 1',
      ]),
    );
    expect(body).not.toContain(charityId);
  });
});

describe('readiness', () => {
  const readiness = async () => {
    const response = await get('/health/ready');
    return { status: response.statusCode, ...response.json() };
  };

  it('is there when database and bus answer', async () => {
    expect(await readiness()).toEqual({
      status: 200,
      ready: true,
      database: true,
      bus: true,
      outboxLagSeconds: 0,
    });
    expect((await get('/health/live')).json()).toEqual({ alive: true });
  });

  it('goes when the database is gone, and comes back with it', async () => {
    toDatabase.cut();
    expect(await readiness()).toMatchObject({ status: 503, database: false, bus: true });
    expect((await get('/health/live')).statusCode).toBe(200);
    toDatabase.pass();
    expect(await readiness()).toMatchObject({ status: 200, database: true });
  });

  it('goes when the bus swallows everything, and comes back', async () => {
    toNats.blackHole();
    expect(await readiness()).toMatchObject({ status: 503, database: true, bus: false });
    toNats.pass();
    expect(await readiness()).toMatchObject({ status: 200, bus: true });
  });
});

describe('a trace', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

  it('goes on from the caller’s, through a body as well', async () => {
    expect((await get('/trace', { traceparent })).json().traceparent).toContain(traceId);
    const posted = await service.app.inject({
      method: 'POST',
      url: '/trace',
      headers: { traceparent },
      payload: { some: 'body' },
    });
    expect(posted.json().traceparent).toContain(traceId);
  });

  it('begins anew where none came along, or something that is none', async () => {
    const traces = await Promise.all([
      get('/trace'),
      get('/trace'),
      get('/trace', { traceparent: 'x'.repeat(500) }),
    ]);
    const ids = traces.map((response) => response.json().traceparent);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});

describe('stopping', () => {
  it('finishes what was taken in, then the workers, and has a database until the end', async () => {
    const door = service.app.get(Door);
    const diary = service.app.get(Diary);
    const asked = service.call(waitAtDoor, { charityId }, curator);
    await door.somebodyWaits.promise;
    const stopped = service.stop();
    door.opened.resolve();
    expect(await asked).toMatchObject({ ok: true });
    await stopped;
    expect(diary.entries).toEqual([
      'the worker started',
      'the request was answered',
      'the worker stopped, with a database',
    ]);
  });

  it('hands out and publishes what it had stated', async () => {
    await tell(nats, lampLit, charityId, { subject: '9', revision: 1, data: { lampId: '9', colour: 'red' } });
    await service.settle();
    await service.stop();
    service = await startTestService(lamps, testConfig(serviceConfig, { database, nats }));
    await service.settle();
    expect(await service.call(countLamps, { charityId }, curator)).toMatchObject({
      value: { lamps: 1, shades: 1 },
    });
  });
});
