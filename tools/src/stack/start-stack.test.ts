import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

const stack = new URL('./start-stack.js', import.meta.url).href;
/** Each starts the whole system, beside other tests on a small machine. */
const patienceMs = 120_000;

describe('the whole system on one machine', () => {
  let dataDir: string;
  let starter: ChildProcess | undefined;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'baton-stack-'));
    await chmod(dataDir, 0o755);
  });
  afterEach(() => {
    starter?.kill('SIGKILL');
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  /** Starts the system from a process of its own and waits until that prints these words. */
  async function startUntil(words: string): Promise<ChildProcess> {
    const script = `
      import { startStack } from ${JSON.stringify(stack)};
      const interruption = new AbortController();
      const { signal } = interruption;
      process.on('SIGTERM', () => interruption.abort());
      const dataDir = ${JSON.stringify(dataDir)};
      try {
        const system = await startStack({ dataDir, analystFeed: 'stack-test', signal, onProgress: console.log });
        signal.addEventListener('abort', () => system.stop().then(() => process.exit(0)));
        console.log('everything is up');
      } catch (fault) {
        process.exit(signal.aborted ? 3 : 1);
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    starter = child;
    for await (const line of createInterface({ input: child.stdout })) if (line.includes(words)) break;
    return child;
  }

  /** Ends the starter, and resolves with its exit code (or the signal) once all that it had started is gone. */
  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
    const started = descendantsOf(child.pid ?? 0);
    expect(started.length).toBeGreaterThanOrEqual(3);
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = await ended;
    while (started.some((pid) => processes().has(pid))) await pause(50);
    return code ?? by;
  }

  it(
    'given up while it comes up leaves nothing running',
    async () => {
      expect(await end(await startUntil('the services'), 'SIGTERM')).toBe(3);
    },
    patienceMs,
  );

  it(
    'stopped leaves nothing running',
    async () => {
      expect(await end(await startUntil('everything is up'), 'SIGTERM')).toBe(0);
    },
    patienceMs,
  );

  it(
    'leaves nothing running either when whoever started it is killed with -9',
    async () => {
      expect(await end(await startUntil('everything is up'), 'SIGKILL')).toBe('SIGKILL');
    },
    patienceMs,
  );
});

/** Living processes and their parents; one that ended and waits to be collected (a zombie) is not alive. */
function processes(): Map<number, number> {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  return new Map(
    rows
      .filter(([, , state]) => !state?.startsWith('Z'))
      .map(([pid, parent]) => [Number(pid), Number(parent)]),
  );
}

function descendantsOf(ancestor: number, table = processes()): number[] {
  const children = [...table].filter(([, parent]) => parent === ancestor).map(([pid]) => pid);
  return [...children, ...children.flatMap((child) => descendantsOf(child, table))];
}
