import { randomInt } from 'node:crypto';
import { canFillDisk, seeded, type TestPostgres, testPostgres } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusyCharities } from '../rehearsal/busy-charities.js';
import { fillStories, growStories } from '../rehearsal/full-stories.js';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { startWithinMs } from './call-deadline.js';

/** What is promised. */
const backWithinMs = 30_000;
/** How long an outage lasts at least; longer than a call that was written down before it may still begin. */
const awayMs = 3 * startWithinMs;
const [charities, postsEach] = [3, 8];
const poolSize = 10;
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
const random = seeded(seed);

let postgres: TestPostgres;
let gateway: GatewayWithSandbox;
let busy: BusyCharities;
beforeAll(async () => {
  console.info(`R10 seed ${seed}; the same again with SEED=${seed}`);
  postgres = await testPostgres();
  gateway = await GatewayWithSandbox.start({ DATABASE_POOL: String(poolSize) }, postgres.adminUrl);
  busy = await BusyCharities.begin(gateway, charities);
}, 60_000);
afterAll(async () => {
  await postgres.goOn();
  await gateway.stop();
  await postgres.stop();
});

interface Outage {
  readonly name: string;
  readonly strike: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** What the service says of itself meanwhile. */
  readonly readiness: object;
}

const outages: readonly Outage[] = [
  {
    name: 'Postgres killed and started again',
    strike: () => postgres.kill(),
    mend: () => postgres.restart(),
    readiness: { status: 503, ready: false, database: false },
  },
  {
    name: 'Postgres hanging for a while',
    strike: () => postgres.hang(),
    mend: () => postgres.goOn(),
    readiness: { status: 503, ready: false, database: false },
  },
  {
    name: 'NATS killed and started again',
    strike: () => gateway.nats.kill(),
    mend: () => gateway.nats.restart(),
    readiness: { status: 503, ready: false, bus: false },
  },
];

/** A full disk keeps nobody from reading, so the service stays ready: pages show, and say that nothing can be taken in. */
const diskFull: Outage = {
  name: 'the disk full',
  strike: async () => {
    await postgres.fillDisk();
    await fillStories(gateway.database, busy.firstCharity, poolSize);
  },
  mend: () => postgres.freeDisk(),
  readiness: { status: 200, ready: true },
};

async function readiness(): Promise<object> {
  const answer = await fetch(`${await gateway.service.app.getUrl()}/health/ready`);
  const told: object = JSON.parse(await answer.text());
  return { status: answer.status, ...told };
}

/** Posts wait and more are handed in when it strikes, at a moment the seed chose. */
async function playThrough({ name, strike, mend, readiness: expected }: Outage): Promise<void> {
  await busy.handInUntilTaken(busy.write(postsEach));
  await busy.callsReach(busy.calls().length + 1 + random.below(charities * 3));
  await strike();
  const struckAt = Date.now();
  const late = busy.write(1);
  const answering = busy.handIn(late);
  while (Date.now() < struckAt + awayMs) expect(await readiness()).toMatchObject(expected);
  for (const answer of await answering) {
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
    expect(answer).toMatchObject({ refusal: { message: expect.stringMatching(/try|again|wait/i) } });
  }
  const waiting = busy.posts.length - late.length - busy.onX().length;
  const mendingAt = Date.now();
  await mend();
  const mendedAt = Date.now();
  await busy.handInUntilTaken(late);
  const { askedOfPerson } = await busy.areSettled();
  const backAfterMs = Date.now() - mendedAt;

  const calls = busy.calls().filter((at) => at > struckAt && at < mendingAt);
  const sends = calls.filter((at) => at > struckAt + startWithinMs);
  const writtenDown = calls.length - sends.length;
  console.info(
    `R10 ${name}: ${waiting} posts waited, ${sends.length} were sent in ${mendingAt - struckAt} ms ` +
      `(${writtenDown} calls written down before), all out ${backAfterMs} ms later, ${askedOfPerson} asked of a person`,
  );
  expect(waiting).toBeGreaterThan(0);
  expect(sends).toEqual([]);
  expect(writtenDown).toBeLessThanOrEqual(charities);
  expect(backAfterMs).toBeLessThan(backWithinMs);
  expect(busy.calls().length).toBeLessThanOrEqual(await busy.attempts());
  expect([...busy.onX()].sort()).toEqual([...new Set(busy.onX())].sort());
  expect(busy.onX().length + askedOfPerson).toBe(busy.posts.length);
  expect(await readiness()).toMatchObject({ status: 200, ready: true });
}

describe('R10 fail closed, recover by itself', () => {
  it.each(outages)('R10 $name: nothing is sent meanwhile, and all goes on within 30 s', playThrough, 90_000);

  it('R10 the disk full: nothing is sent or said to be taken in, and all goes on within 30 s', async () => {
    if (!(await canFillDisk())) {
      console.info(
        'R10 not tried here: only Linux (util-linux’ prlimit) can take the room from a running server',
      );
      return;
    }
    await growStories(gateway.database, busy.firstCharity);
    await playThrough(diskFull);
  }, 90_000);
});
