import type { KeyObject } from 'node:crypto';
import {
  accept,
  anyone,
  type Caller,
  CharityId,
  CuratorId,
  curator,
  defineOperation,
  refuse,
} from '@baton/contracts';
import { type StartedNats, startNatsServer } from '@baton/local-parts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { type INestMicroservice, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { Bus } from '../bus/bus.js';
import { type MessagingObserver, silentObserver } from '../bus/observer.js';
import { currentTraceparent, withTraceparent } from '../bus/trace.js';
import { throwawayFolder } from '../rehearsal/throwaway-folder.js';
import { Answering } from './answering.js';
import { makeCallerKeys, privateKeyOf, publicKeyOf } from './caller-keys.js';
import { callerHeader, signCaller } from './caller-signature.js';
import { RequestServer } from './request-server.js';
import { Requests } from './requests.js';
import { serve } from './serve.js';
import type { CallContext, Handles } from './use-case.js';

const ours = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');
const theirs = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0002');
const curatorId = CuratorId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0003');
const asCurator: Caller = { kind: 'curator', charityId: ours, curatorId };

const lightLamp = defineOperation({
  name: 'light-lamp',
  owner: 'scheduling',
  summary: 'Lights a lamp.',
  method: 'POST',
  path: '/v1/charities/{charityId}/lamps',
  access: [curator],
  input: z.object({ charityId: CharityId, colour: z.string().max(10), hours: z.int().min(1) }),
  output: z.object({ trace: z.string(), patienceMs: z.number() }),
  refusals: { noOil: { status: 409, message: 'The lamp has no oil. Please fill it first.' } },
});
const breakLamp = defineOperation({
  name: 'break-lamp',
  owner: 'scheduling',
  summary: 'Breaks in the way it is told to.',
  method: 'POST',
  path: '/v1/lamps',
  access: [anyone],
  input: z.object({ how: z.enum(['throw', 'undeclared', 'wrongOutput', 'never']) }),
  output: z.object({ pieces: z.number() }),
  refusals: {},
});
const viewNobody = defineOperation({ ...breakLamp, name: 'view-nobody', owner: 'feedback' });

@Injectable()
class LightLamp implements Handles<typeof lightLamp> {
  async handle(input: { colour: string }, call: CallContext) {
    if (input.colour === 'black') return refuse('noOil');
    const patienceMs = call.deadline.getTime() - Date.now();
    return accept({ trace: currentTraceparent(), patienceMs, secret: 'not in the contract' });
  }
}

@Injectable()
class BreakLamp implements Handles<typeof breakLamp> {
  async handle({ how }: { how: string }) {
    if (how === 'throw') throw new Error('password=hunter2');
    if (how === 'never') await new Promise(() => {});
    if (how === 'undeclared') return JSON.parse('{"ok":false,"refusal":{"code":"oops","message":""}}');
    return JSON.parse('{"ok":true,"value":{"pieces":"many"}}');
  }
}

const faults: string[] = [];
const observer: MessagingObserver = { ...silentObserver, fault: (where) => faults.push(where) };
const keys = makeCallerKeys();
const key = privateKeyOf(keys);
const answering = new Answering(publicKeyOf(keys.publicKey), observer);
const lamps = serve(
  { 'light-lamp': lightLamp, 'break-lamp': breakLamp },
  { 'light-lamp': LightLamp, 'break-lamp': BreakLamp },
);

@Module({
  controllers: lamps.controllers,
  providers: [...lamps.providers, { provide: Answering, useValue: answering }],
})
class LampModule {}

let nats: StartedNats;
let folder: Awaited<ReturnType<typeof throwawayFolder>>;
let bus: Bus;
let requests: Requests;
let service: INestMicroservice;

beforeAll(async () => {
  folder = await throwawayFolder();
  nats = await startNatsServer({ dataDir: folder.path });
  bus = await Bus.connect({ url: nats.url, name: 'test', observer: silentObserver });
  requests = new Requests(bus, key, silentObserver);
  const strategy = new RequestServer('scheduling', bus, answering);
  service = await NestFactory.createMicroservice(LampModule, { strategy, logger: false });
  await service.listen();
});

afterAll(async () => {
  await service.close();
  await bus.close();
  await nats.stop();
  await folder.remove();
});

const lamp = { charityId: ours, colour: 'red', hours: 1 };
const refusal = (code: string, message: unknown = expect.stringMatching(/./)) => ({
  ok: false,
  refusal: expect.objectContaining({ code, message }),
});

describe('asking a service', () => {
  it('is answered by the use case, with nothing the contract does not name', async () => {
    const answer = await requests.call(lightLamp, lamp, { caller: asCurator });
    expect(answer).toEqual({
      ok: true,
      value: { trace: expect.any(String), patienceMs: expect.any(Number) },
    });
  });

  it('carries the trace on', async () => {
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await withTraceparent(trace, () => requests.call(lightLamp, lamp, { caller: asCurator }));
    expect(answer).toMatchObject({ value: { trace } });
  });

  it('tells the use case until when the answer is waited for', async () => {
    const answer = await requests.call(lightLamp, lamp, { caller: asCurator, timeoutMs: 1_500 });
    expect(answer.ok && answer.value.patienceMs).toBeLessThanOrEqual(1_500);
    expect(answer.ok && answer.value.patienceMs).toBeGreaterThan(500);
  });

  it('is refused in the words of the contract', async () => {
    const answer = await requests.call(lightLamp, { ...lamp, colour: 'black' }, { caller: asCurator });
    expect(answer).toEqual(refusal('noOil', 'The lamp has no oil. Please fill it first.'));
  });

  it('is told field by field, in plain words, what is wrong with the input', async () => {
    const wrong = JSON.parse(`{"charityId":"${ours}","colour":"red as a rose","hours":0}`);
    const answer = await requests.call(lightLamp, wrong, { caller: asCurator });
    expect(answer).toMatchObject({
      refusal: {
        code: 'badInput',
        details: [
          { field: 'colour', problem: 'must be at most 10 characters' },
          { field: 'hours', problem: 'must be at least 1' },
        ],
      },
    });
  });

  it('is refused for another charity than the caller’s', async () => {
    const answer = await requests.call(lightLamp, { ...lamp, charityId: theirs }, { caller: asCurator });
    expect(answer).toEqual(refusal('forbidden'));
  });

  it('is asked to sign in when nobody is signed in', async () => {
    const answer = await requests.call(lightLamp, lamp, { caller: { kind: 'anyone' } });
    expect(answer).toEqual(refusal('signedOut'));
  });
});

describe('asking without being the gateway', () => {
  const ask = async (header: string | undefined, data: object = lamp) => {
    const fields = headers();
    if (header !== undefined) fields.set(callerHeader, header);
    const question = { pattern: 'op.scheduling.light-lamp', data, id: '1' };
    const reply = await bus.connection.request(question.pattern, JSON.stringify(question), {
      timeout: 2_000,
      headers: fields,
    });
    return reply.json<{ response: unknown }>().response;
  };
  const sign = (secret: KeyObject, subject: string, at: Date) =>
    signCaller(secret, asCurator, { subject, data: lamp }, at);
  const subject = 'op.scheduling.light-lamp';

  it('works with the private key', async () => {
    expect(await ask(sign(key, subject, new Date()))).toMatchObject({ ok: true });
  });

  it.each([
    ['without a signature', () => undefined],
    ['with another key', () => sign(privateKeyOf(makeCallerKeys()), subject, new Date())],
    ['with a signature of half a minute ago', () => sign(key, subject, new Date(Date.now() - 30_001))],
    ['with a signature for another operation', () => sign(key, 'op.scheduling.break-lamp', new Date())],
  ])('is refused %s', async (_, header) => {
    expect(await ask(header())).toEqual(refusal('forbidden'));
  });

  it('a signature does not carry another body', async () => {
    const seen = sign(key, subject, new Date());
    expect(await ask(seen, { ...lamp, hours: 24 })).toEqual(refusal('forbidden'));
  });
});

describe('a service in trouble', () => {
  it.each(['throw', 'undeclared', 'wrongOutput'] as const)(
    'that goes wrong (%s) says so without its secrets',
    async (how) => {
      faults.length = 0;
      const answer = await requests.call(breakLamp, { how }, { caller: { kind: 'anyone' } });
      expect(answer).toEqual(refusal('unavailable'));
      expect(JSON.stringify(answer)).not.toContain('hunter2');
      expect(faults).toEqual(['break-lamp']);
    },
  );

  it('that does not answer in time is unavailable', async () => {
    const answer = await requests.call(
      breakLamp,
      { how: 'never' },
      { caller: { kind: 'anyone' }, timeoutMs: 50 },
    );
    expect(answer).toEqual(refusal('unavailable'));
  });

  it('that is not there is unavailable at once', async () => {
    const startedAt = performance.now();
    const answer = await requests.call(viewNobody, { how: 'throw' }, { caller: { kind: 'anyone' } });
    expect(answer).toEqual(refusal('unavailable'));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('refuses a question too large for the bus', async () => {
    const answer = await requests.call(
      lightLamp,
      { ...lamp, colour: 'x'.repeat(2_000_000) },
      { caller: asCurator },
    );
    expect(answer).toEqual(refusal('tooLarge'));
  });
});
