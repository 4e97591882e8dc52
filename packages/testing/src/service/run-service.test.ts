import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../database/test-database.js';
import { type TestNats, testNats } from '../nats/test-nats.js';
import { lampMigrations } from '../rehearsal/lamp-service.js';
import { testRun } from '../run/test-run.js';

const main = fileURLToPath(new URL('../rehearsal/lamp-main.js', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Its exit code, and all it printed. */
  readonly ended: Promise<{ code: number | null; output: string }>;
}

let nats: TestNats;
let database: TestDatabase;

function spawned(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...env } });
  let output = '';
  const listening = Promise.withResolvers<number>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      const port = /"port":(\d+),"msg":"listening"/.exec(output)?.[1];
      if (port) listening.resolve(Number(port));
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, ended, listening: listening.promise };
}

async function running(): Promise<Running> {
  const { child, ended, listening } = spawned({
    DATABASE_URL: database.url,
    NATS_URL: nats.url,
    BATON_CALLER_PUBLIC_KEY: 'A'.repeat(43),
    BATON_MASTER_KEY_FILE: testRun().masterKeyFile,
  });
  const tooEarly = ended.then(({ output }) => Promise.reject(new Error(`ended too early: ${output}`)));
  const port = await Promise.race([listening, tooEarly]);
  tooEarly.catch(() => undefined);
  return { child, ended, port };
}

beforeAll(async () => {
  nats = await testNats();
  database = await testDatabase('feedback', lampMigrations);
});
afterAll(async () => {
  await nats.stop();
  await database.drop();
});

describe('a service as a process', () => {
  it('says where it listens, and answers there', async () => {
    const { child, ended, port } = await running();
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(ready.status).toBe(200);
    child.kill('SIGTERM');
    await ended;
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order on %s', async (signal) => {
    const { child, ended } = await running();
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, output: expect.stringMatching(/"stopping"[\s\S]*"stopped"/) });
  });

  it('stops when whoever started it is gone', async () => {
    const { child, ended } = await running();
    child.stdin?.end();
    expect(await ended).toEqual({ code: 0, output: expect.stringContaining('"parent gone"') });
  });

  it('ends at once, with a line without the message, when a promise was left alone', async () => {
    const { ended, port } = await running();
    await fetch(`http://127.0.0.1:${port}/reject`, { method: 'POST' }).catch(() => undefined);
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toContain('"where":"unhandledRejection"');
    expect(output).not.toContain('canary');
  });

  it('lists what is missing and ends with 78', async () => {
    const { ended } = spawned({ NATS_URL: nats.url, BATON_CALLER_PUBLIC_KEY: 'canary' });
    const { code, output } = await ended;
    expect(code).toBe(78);
    expect(output).toMatch(
      /DATABASE_URL: is missing\n.*BATON_CALLER_PUBLIC_KEY: is 32 bytes.*\n.*BATON_MASTER_KEY_FILE: is missing/,
    );
    expect(output).not.toContain('canary');
  });

  it('ends with 1 and no secret when its database is not there', async () => {
    const { ended } = spawned({
      DATABASE_URL: 'postgres://baton_feedback:canary@127.0.0.1:1/baton',
      NATS_URL: nats.url,
      BATON_CALLER_PUBLIC_KEY: 'A'.repeat(43),
      BATON_MASTER_KEY_FILE: testRun().masterKeyFile,
    });
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toContain('"where":"start"');
    expect(output).toContain('ECONNREFUSED');
    expect(output).not.toContain('canary');
  });
});
