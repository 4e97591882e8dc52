import { randomUUID } from 'node:crypto';
import { streamOf } from '@baton/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { INestMicroservice } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import { silentObserver } from '../bus/observer.js';
import { Relay } from '../outbox/relay.js';
import { startLampService } from '../rehearsal/lamp-services.js';
import { deadLetters, lit, openStage, type Stage, seenLamps, someCharity, tell } from '../rehearsal/stage.js';
import { FactServer } from './fact-server.js';

let stage: Stage;
let bus: Bus;
let teller: INestMicroservice;
const charity = someCharity();

beforeAll(async () => {
  stage = await openStage();
  bus = await Bus.connect({ url: stage.nats.url, name: 'test', observer: silentObserver });
  teller = await startLampService({
    service: 'scheduling',
    databaseUrl: stage.tellerUrl,
    natsUrl: stage.nats.url,
  });
});

afterAll(async () => {
  await teller.close();
  await bus.close();
  await stage.close();
});

const startListener = () =>
  startLampService({ service: 'feedback', databaseUrl: stage.listenerUrl, natsUrl: stage.nats.url });
const stepsOf = async (lamp: string) =>
  (await seenLamps(stage)).filter((seen) => seen.lamp_id === lamp).map((seen) => seen.step);

it('a successor applies what its predecessor died with before anything newer', async () => {
  const lamp = randomUUID();
  const early = await startListener();
  await early.get(FactServer).drain();
  await early.close();
  await tell(stage, charity, lit(lamp, 1), lit(lamp, 2), lit(lamp, 3));
  await teller.get(Relay).drain();
  const predecessor = await jetstream(bus.connection).consumers.get(streamOf('scheduling'), 'feedback');
  for await (const inHand of await predecessor.fetch({ max_messages: 3 })) {
    if (inHand.seq === 3) break;
  }
  await tell(stage, charity, lit(lamp, 4), lit(lamp, 5));
  await teller.get(Relay).drain();

  const successor = await startListener();
  await successor.get(FactServer).drain();
  await successor.close();
  expect(await stepsOf(lamp)).toEqual([1, 2, 3, 4, 5]);
});

it('of two replicas one listens; when it stops the other goes on where it was', async () => {
  const lamp = randomUUID();
  const [first, second] = [await startListener(), await startListener()];
  const tellOne = async (step: number) => {
    await tell(stage, charity, lit(lamp, step));
    await teller.get(Relay).drain();
  };
  await tellOne(1);
  await first.get(FactServer).drain();
  await tellOne(2);
  await first.close();
  await tellOne(3);
  await second.get(FactServer).drain();
  await second.close();
  expect(await stepsOf(lamp)).toEqual([1, 2, 3]);
});

it('R9: a fact that brings every listener down is set aside at last', async () => {
  const lamp = randomUUID();
  await tell(stage, charity, lit(lamp, 1));
  await teller.get(Relay).drain();
  const crashing = await jetstream(bus.connection).consumers.get(streamOf('scheduling'), 'feedback');
  for (let crash = 0; crash < 30; crash++) (await crashing.next())?.nak();
  const listener = await startListener();
  await listener.get(FactServer).drain();
  let letters = await deadLetters(stage);
  while (letters.length === 0) letters = await deadLetters(stage);
  await listener.close();
  expect(letters).toMatchObject([{ reason: 'undeliverable', charity_id: charity }]);
  expect(await stepsOf(lamp)).toEqual([]);
});

it.each([
  ['', (listener: INestMicroservice) => listener.get(FactServer).drain()],
  [' while it was only beginning to listen', () => Promise.resolve()],
])('a service stops within seconds although the bus is gone%s', async (_, begun) => {
  const listener = await startListener();
  await begun(listener);
  await stage.nats.kill9();
  const startedAt = performance.now();
  await listener.close();
  expect(performance.now() - startedAt).toBeLessThan(9_000);
  await stage.nats.restart();
});

it('a relay that lost its work while the bus was away does not go on counting a lag', async () => {
  const relay = teller.get(Relay);
  await relay.drain();
  await stage.nats.kill9();
  await tell(stage, charity, lit(randomUUID(), 1));
  while (relay.lagSeconds() === 0) await new Promise((resolve) => setImmediate(resolve));
  await relay.stop();
  expect(relay.lagSeconds()).toBe(0);
  await stage.nats.restart();
});
