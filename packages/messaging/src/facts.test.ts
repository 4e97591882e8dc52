import { randomUUID } from 'node:crypto';
import { factSubjectOf, refuse, streamOf } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { INestMicroservice } from '@nestjs/common';
import { Bus } from './bus/bus.js';
import { silentObserver } from './bus/observer.js';
import { withTraceparent } from './bus/trace.js';
import { FactServer } from './inbox/fact-server.js';
import { appendFacts, appendFactsOfMany } from './outbox/append-facts.js';
import { rebuildBus } from './outbox/rebuild-bus.js';
import { Relay } from './outbox/relay.js';
import { lampSold } from './rehearsal/lamp-catalog.js';
import { startLampService } from './rehearsal/lamp-services.js';
import {
  deadLetters,
  dimmed,
  lit,
  openStage,
  type Stage,
  seenLamps,
  someCharity,
  tell,
} from './rehearsal/stage.js';

let stage: Stage;
let bus: Bus;
let teller: INestMicroservice;
let listener: INestMicroservice;
const outcomes: string[] = [];
const charity = someCharity();

beforeAll(async () => {
  stage = await openStage();
  const natsUrl = stage.nats.url;
  const observer = { ...silentObserver, consumed: (_: string, as: string) => outcomes.push(as) };
  teller = await startLampService({ service: 'scheduling', databaseUrl: stage.tellerUrl, natsUrl });
  listener = await startLampService({
    service: 'feedback',
    databaseUrl: stage.listenerUrl,
    natsUrl,
    observer,
  });
  bus = await Bus.connect({ url: natsUrl, name: 'test', observer: silentObserver });
});

afterAll(async () => {
  await Promise.all([teller.close(), listener.close()]);
  await bus.close();
  await stage.close();
});

/** Resolves when everything stated has been published and handled. */
const settle = async () => {
  await teller.get(Relay).drain();
  await listener.get(FactServer).drain();
};
const stepsOf = async (lampId: string) =>
  (await seenLamps(stage)).filter((seen) => seen.lamp_id === lampId).map((seen) => seen.step);
const stream = streamOf('scheduling');

describe('stating a fact', () => {
  it('has its effect elsewhere when the transaction commits', async () => {
    const lamp = randomUUID();
    await tell(stage, charity, lit(lamp, 1), dimmed(lamp, 2));
    await settle();
    expect(await stepsOf(lamp)).toEqual([1, 2]);
  });

  it('has none when the transaction is rolled back, by a throw or by a refusal', async () => {
    const lamp = randomUUID();
    const rolledBack = stage.telling.inCharity(charity, async (tx) => {
      await appendFacts(tx, lit(lamp, 1));
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await stage.telling.inCharity(charity, async (tx) => {
      await appendFacts(tx, lit(lamp, 1));
      return refuse('noOil');
    });
    await settle();
    expect(await stepsOf(lamp)).toEqual([]);
  });

  it('works for the facts of many charities at once, in background work', async () => {
    const stated = [1, 2, 3].map(() => ({ charityId: someCharity(), fact: lit(randomUUID(), 1) }));
    await stage.telling.asWorker((tx) => appendFactsOfMany(tx, stated));
    await settle();
    for (const { fact } of stated) expect(await stepsOf(fact.subject)).toEqual([1]);
  });

  it('is a fault when the fact is too large for the bus, and holds nobody up', async () => {
    const large = { ...lit(randomUUID(), 1), data: { step: 1, colour: 'x'.repeat(600_000) } };
    await expect(tell(stage, charity, large)).rejects.toThrow('too large');
  });

  it('carries the trace in the envelope and in the headers', async () => {
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await withTraceparent(trace, () => tell(stage, charity, lit(randomUUID(), 1)));
    await settle();
    const manager = await jetstreamManager(bus.connection);
    const last = await manager.streams.getMessage(stream, {
      last_by_subj: factSubjectOf(lit('', 1).event, charity),
    });
    expect(last?.header.get('traceparent')).toBe(trace);
    expect(last?.json()).toMatchObject({ traceparent: trace, specversion: '1.0', charityid: charity });
  });

  it('is passed over by whom it does not concern', async () => {
    outcomes.length = 0;
    await tell(stage, charity, { ...lit(randomUUID(), 1), event: lampSold });
    await settle();
    expect(outcomes).toEqual(['ignored']);
  });
});

describe('a transaction that stays open', () => {
  it('does not hold up the facts of others, and its own arrive when it commits', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const appended = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const slowly = stage.telling.inCharity(charity, async (tx) => {
      await appendFacts(tx, lit(slow, 1));
      appended.resolve();
      await mayCommit.promise;
    });
    await appended.promise;
    await tell(stage, charity, lit(quick, 1));
    await settle();
    expect([await stepsOf(quick), await stepsOf(slow)]).toEqual([[1], []]);
    mayCommit.resolve();
    await slowly;
    await settle();
    expect(await stepsOf(slow)).toEqual([1]);
  });

  it('and is rolled back leaves a hole that is closed, so that a restart begins behind it', async () => {
    const appended = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const abandoned = stage.telling.inCharity(charity, async (tx) => {
      await appendFacts(tx, lit(randomUUID(), 1));
      appended.resolve();
      await mayEnd.promise;
      throw new Error('abandoned');
    });
    await appended.promise;
    await tell(stage, charity, lit(randomUUID(), 1));
    await settle();
    const open = await positions();
    expect(open.cursor).toBeLessThan(open.last);
    mayEnd.resolve();
    await expect(abandoned).rejects.toThrow('abandoned');
    await settle();
    await settle();
    const closed = await positions();
    expect(closed.cursor).toBe(closed.last);
  });

  const positions = async () => {
    const [row] = await stage.telling.asWorker((tx) =>
      tx.query<{ cursor: string; last: string }>(
        'SELECT position AS cursor, (SELECT max(id) FROM outbox) AS last FROM outbox_cursor',
      ),
    );
    return { cursor: Number(row?.cursor), last: Number(row?.last) };
  };
});

describe('the order of an aggregate’s facts', () => {
  it('is that of its commits, whatever others do at the same time', async () => {
    const lamps = Array.from({ length: 5 }, () => randomUUID());
    const lightAll = async (lamp: string) => {
      for (let step = 1; step <= 40; step++) await tell(stage, charity, lit(lamp, step));
    };
    await Promise.all(lamps.map(lightAll));
    await settle();
    for (const lamp of lamps) {
      expect(await stepsOf(lamp)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    }
  });

  it('survives a fact that fails at first: what comes after it waits behind it', async () => {
    const [sick, well] = [randomUUID(), randomUUID()];
    await tell(stage, charity, lit(sick, 1, 'hiccup'), lit(sick, 2), lit(well, 1), dimmed(sick, 3));
    await settle();
    expect(await stepsOf(sick)).toEqual([1, 2, 3]);
    const order = (await seenLamps(stage)).map((seen) => seen.lamp_id);
    expect(order.indexOf(well)).toBeLessThan(order.indexOf(sick));
  });
});

describe('a fact delivered again', () => {
  it('has no second effect', async () => {
    const lamp = randomUUID();
    await tell(stage, charity, lit(lamp, 1));
    await settle();
    await republishLast(lit(lamp, 1).event);
    await settle();
    expect(await stepsOf(lamp)).toEqual([1]);
  });

  it('has no second effect when the whole bus is lost and made again from the outbox', async () => {
    const lamp = randomUUID();
    await tell(stage, charity, lit(lamp, 1));
    await settle();
    const before = await seenLamps(stage);
    const manager = await jetstreamManager(bus.connection);
    await manager.streams.delete(stream);
    await listenersStreamIsBack(manager);
    await stage.telling.asWorker(rebuildBus);
    await settle();
    expect(await seenLamps(stage)).toEqual(before);
    expect((await manager.streams.info(stream)).state.messages).toBeGreaterThan(100);
    await tell(stage, charity, dimmed(lamp, 2));
    await settle();
    expect(await stepsOf(lamp)).toEqual([1, 2]);
  });

  it('and overtaken by a later one of its kind is left out', async () => {
    const lamp = randomUUID();
    await tell(stage, charity, lit(lamp, 2));
    await tell(stage, charity, lit(lamp, 1));
    await settle();
    expect(await stepsOf(lamp)).toEqual([2]);
  });

  const republishLast = async (event: Parameters<typeof factSubjectOf>[0]) => {
    const manager = await jetstreamManager(bus.connection);
    const subject = factSubjectOf(event, charity);
    const last = await manager.streams.getMessage(stream, { last_by_subj: subject });
    await jetstream(bus.connection).publish(subject, last?.data ?? new Uint8Array());
  };

  const listenersStreamIsBack = async (manager: Awaited<ReturnType<typeof jetstreamManager>>) => {
    while (!(await manager.consumers.info(stream, 'feedback').catch(() => undefined))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
});

describe('R9: a poisonous fact', () => {
  it('is set aside with its reason, once, and holds nobody else up', async () => {
    const subject = factSubjectOf(lit('', 1).event, charity);
    await jetstream(bus.connection).publish(subject, 'not an envelope');
    await jetstream(bus.connection).publish(subject.replace('.v1', '.v7'), '{}');
    await jetstream(bus.connection).publish(subject, 'not an envelope');
    const [sick, well] = [randomUUID(), randomUUID()];
    await tell(stage, charity, lit(sick, 1, 'poison'), dimmed(sick, 2), lit(well, 1));
    await settle();
    const letters = await deadLetters(stage);
    expect(letters.map((letter) => letter.reason).sort()).toEqual([
      'consumerFailed',
      'unknownVersion',
      'unreadable',
    ]);
    expect(letters.every((letter) => letter.charity_id === charity)).toBe(true);
    expect([await stepsOf(sick), await stepsOf(well)]).toEqual([[2], [1]]);
  }, 60_000);
});
