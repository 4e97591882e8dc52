import { type ChildProcess, fork } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type CharityId, streamOf } from '@baton/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { Bus } from './bus/bus.js';
import { silentObserver } from './bus/observer.js';
import { dimmed, lit, openStage, type Stage, seenLamps, someCharity, tell } from './rehearsal/stage.js';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
const random = seeded(seed);
const facts = 1_000;
const program = fileURLToPath(new URL('./rehearsal/run-lamp-service.js', import.meta.url));

let stage: Stage;
let bus: Bus;
const replicas: { service: string; process: ChildProcess }[] = [];

beforeAll(async () => {
  stage = await openStage();
  bus = await Bus.connect({ url: stage.nats.url, name: 'test', observer: silentObserver });
  await Promise.all(['scheduling', 'scheduling', 'feedback', 'feedback'].map(startReplica));
});

afterAll(async () => {
  for (const { process } of replicas) process.kill('SIGKILL');
  await bus.close();
  await stage.close();
});

async function startReplica(service: string): Promise<void> {
  const url = service === 'scheduling' ? stage.tellerUrl : stage.listenerUrl;
  const process = fork(program, [service, url, stage.nats.url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  replicas.push({ service, process });
  await once(process, 'message');
}

/** Something dies: one of the four services (and another takes its place), the bus, or all sessions that hold locks. */
async function killSomething(): Promise<void> {
  const dice = random();
  if (dice < 0.2) {
    await stage.nats.kill9();
    return stage.nats.restart();
  }
  if (dice < 0.4) return stage.cutLockSessions();
  const [victim] = replicas.splice(Math.floor(random() * replicas.length), 1);
  victim?.process.kill('SIGKILL');
  if (victim) await startReplica(victim.service);
}

/** Puts facts on the stream behind the relay's back: twice, before their turn, without a message id. */
async function meddle(charity: CharityId): Promise<string[]> {
  const rows = await stage.telling.inCharity(charity, (tx) =>
    tx.query<{ subject: string; envelope: string; aggregate_id: string }>(
      'SELECT * FROM outbox ORDER BY id DESC LIMIT 10',
    ),
  );
  const chosen = rows.filter(() => random() < 0.5);
  for (const row of chosen) bus.connection.publish(row.subject, row.envelope);
  return chosen.map((row) => row.aggregate_id);
}

it(`R1, R3: ${facts} facts have their effect exactly once while services and bus are killed (SEED=${seed})`, async () => {
  const charities = Array.from({ length: 5 }, someCharity);
  const meddledWith = new Set<string>();
  let killing = Promise.resolve();
  for (let told = 0; told < facts; told += 10) {
    const charity = charities[Math.floor(random() * charities.length)] ?? someCharity();
    const lamps = Array.from({ length: 5 }, () => randomUUID());
    await Promise.all(lamps.map((lamp) => tell(stage, charity, lit(lamp, 1), dimmed(lamp, 2))));
    if (random() < 0.2) for (const lamp of await meddle(charity)) meddledWith.add(lamp);
    if (told % 100 === 50) killing = killing.then(killSomething);
  }
  await killing;
  await everythingIsHandled();

  const told = await stage.telling.asWorker((tx) =>
    tx.query<{ event_id: string }>('SELECT event_id FROM outbox'),
  );
  const seen = await seenLamps(stage);
  expect(told).toHaveLength(facts);
  expect(seen.map((row) => row.event_id).sort()).toEqual(told.map((row) => row.event_id).sort());
  const inOrder = Map.groupBy(seen, (row) => row.lamp_id);
  for (const [lamp, steps] of inOrder) {
    if (!meddledWith.has(lamp)) expect(steps.map((row) => row.step)).toEqual([1, 2]);
  }
}, 120_000);

async function everythingIsHandled(): Promise<void> {
  const manager = await jetstreamManager(bus.connection, { checkAPI: false });
  for (;;) {
    const [outbox] = await stage.telling.asWorker((tx) =>
      tx.query<{ waiting: boolean }>(
        'SELECT max(id) > (SELECT position FROM outbox_cursor) AS waiting FROM outbox',
      ),
    );
    const stream = await manager.consumers.info(streamOf('scheduling'), 'feedback').catch(() => undefined);
    if (outbox?.waiting === false && stream?.num_pending === 0 && stream.num_ack_pending === 0) return;
  }
}

/** A small generator (mulberry32), so that a run can be repeated: `SEED=… npm test -- exactly-once`. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
