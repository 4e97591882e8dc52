import { setTimeout as pause } from 'node:timers/promises';
import { type TestPostgres, testPostgres } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusyCharities } from '../rehearsal/busy-charities.js';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';

let postgres: TestPostgres;
let gateway: GatewayWithSandbox;
beforeAll(async () => {
  postgres = await testPostgres();
  gateway = await GatewayWithSandbox.start({}, postgres.adminUrl);
}, 60_000);
afterAll(async () => {
  await postgres.goOn();
  await gateway.stop();
  await postgres.stop();
});

/** Longer than a call that was written down before an outage may still begin. */
const underWayMs = 3_000;
const many = 30;
/** A person does not press faster. */
const betweenPressesMs = 200;

const outages = [
  ['NATS', () => gateway.nats.kill(), () => gateway.nats.restart()],
  ['Postgres', () => postgres.kill(), () => postgres.restart()],
] as const;

describe('R6 the switch pressed by two people while something is away', () => {
  it.each(outages)(
    '%s: nobody is told that it was done, nothing goes out meanwhile, and pressing again gives both the proof',
    async (_, strike, mend) => {
      const busy = await BusyCharities.begin(gateway, 1);
      await busy.handInUntilTaken(busy.write(many));
      await busy.callsReach(busy.calls().length + 2);
      const press = () => Promise.all([busy.pauses(), busy.pauses()]);
      await strike();
      const struckAt = Date.now();
      for (const answer of await press()) {
        expect(answer).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
        expect(answer).toMatchObject({ refusal: { message: expect.stringContaining('press again') } });
      }
      await pause(Math.max(0, struckAt + underWayMs - Date.now()));
      const beforeMending = busy.calls().length;
      await mend();
      let answers = await press();
      while (!answers.every(({ ok }) => ok)) {
        await pause(betweenPressesMs);
        answers = await press();
      }
      const stoppedAfter = busy.calls().length;

      for (const answer of answers) {
        if (!answer.ok) throw new Error('no proof');
        const { stopped, alreadyOut, unknown } = answer.value;
        expect(answer.value).toMatchObject({ switch: { mode: 'pause' } });
        expect(stopped.length).toBeGreaterThan(0);
        const named = [...stopped, ...alreadyOut, ...unknown];
        expect(new Set(named).size).toBe(named.length);
        expect(named).toEqual(expect.arrayContaining(busy.posts.map(({ postId }) => postId)));
      }
      await pause(underWayMs);
      const [first] = answers;
      const mayFinish = first?.ok ? first.value.unknown.length : 0;
      expect(busy.calls().length - stoppedAfter).toBeLessThanOrEqual(mayFinish);
      expect(busy.calls().filter((at) => at > struckAt + underWayMs).length).toBeLessThanOrEqual(
        stoppedAfter - beforeMending + mayFinish,
      );
    },
    90_000,
  );
});
