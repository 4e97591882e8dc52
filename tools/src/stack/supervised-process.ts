import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

export type ServiceEvent = 'started' | 'died' | 'restarted';

export interface ProcessSpec {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onEvent: (event: ServiceEvent) => void;
}

const readyWithinMs = 60_000;
const stopsWithinMs = 12_000;
const longestBackoffMs = 5_000;

/**
 * One service as a child process. It tells its port in a "listening" line; dead, it is started again on the same port, at
 * once the first time and then with growing pauses. Its standard input is a pipe: when this process dies, it closes and the
 * service stops by itself.
 *
 * At any moment at most one child is alive: only the first start and the one revival under way launch, each waits for the
 * end of the child before, and `stop` waits for the revival.
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<unknown> = Promise.resolve();
  private revival: Promise<void> = Promise.resolve();
  private readonly log: WriteStream;
  private readonly stopping = new AbortController();
  private deaths = 0;
  port = 0;

  constructor(private readonly spec: ProcessSpec) {
    this.log = createWriteStream(spec.logFile, { flags: 'w' });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts and waits until the service says it is ready. A service that dies before is not tried again. */
  async start(): Promise<void> {
    this.reviveWhenEnded(await this.launch());
    this.spec.onEvent('started');
  }

  /** Ends it as a power cut would; the supervision starts it again. */
  kill9(): void {
    this.child?.kill('SIGKILL');
  }

  /** Ends it in order, or after a grace for certain. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.child?.kill('SIGTERM');
    const grace = setTimeout(() => this.child?.kill('SIGKILL'), stopsWithinMs);
    await Promise.all([this.ended, this.revival]);
    clearTimeout(grace);
    await new Promise<void>((resolve) => this.log.end(() => resolve()));
  }

  /** Ready, or ready again after a death; for whoever killed it. */
  async untilReady(): Promise<void> {
    const giveUpAt = Date.now() + readyWithinMs;
    while (Date.now() < giveUpAt && !this.stopping.signal.aborted) {
      if (await this.answersReady()) return;
      await pause(50);
    }
    throw new Error(`${this.spec.name} did not become ready. The end of its log:\n${this.logTail()}`);
  }

  private async launch(): Promise<ChildProcess> {
    await this.ended;
    this.stopping.signal.throwIfAborted();
    const child = spawn(process.execPath, ['--enable-source-maps', this.spec.script], {
      env: { ...this.spec.env, PORT: String(this.port) },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C in a terminal reaches only us, and everything is stopped in its turn.
      detached: true,
    });
    this.child = child;
    child.stderr.pipe(this.log, { end: false });
    child.stdin.on('error', () => undefined);
    const ended = this.endOf(child);
    this.ended = ended.catch(() => undefined);
    const tooLate = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
    try {
      await Promise.race([this.heard(child.stdout), ended]);
      await Promise.race([this.untilReady(), ended]);
      return child;
    } catch (fault) {
      child.kill('SIGKILL');
      throw fault;
    } finally {
      clearTimeout(tooLate);
    }
  }

  private heard(output: Readable): Promise<void> {
    return new Promise((resolve) => {
      createInterface({ input: output }).on('line', (line) => {
        this.log.write(`${line}\n`);
        const port = portIn(line);
        if (port === undefined) return;
        this.port = port;
        resolve();
      });
    });
  }

  /** Rejects when the child has ended and its log is written, with what it said last. */
  private endOf(child: ChildProcess): Promise<never> {
    return new Promise((_, reject) => {
      // 'close' comes after the last of what it printed.
      child.once('close', (code, signal) => {
        const end = `${this.spec.name} ended with ${signal ?? `code ${code}`} before it was ready.`;
        // An empty write is called back when everything before it is in the file.
        this.log.write('', () => reject(new Error(`${end} The end of its log:\n${this.logTail()}`)));
      });
    });
  }

  private reviveWhenEnded(child: ChildProcess): void {
    const revive = () => {
      if (!this.stopping.signal.aborted) this.revival = this.revive();
    };
    if (isAlive(child)) child.once('close', revive);
    else revive();
  }

  private async revive(): Promise<void> {
    const { signal } = this.stopping;
    this.spec.onEvent('died');
    while (!signal.aborted) {
      this.deaths += 1;
      try {
        await pause(this.deaths === 1 ? 0 : Math.min(longestBackoffMs, 100 * 2 ** this.deaths), undefined, {
          signal,
        });
        const child = await this.launch();
        this.spec.onEvent('restarted');
        return this.reviveWhenEnded(child);
      } catch {
        // It died again, or we are stopping: the condition of the loop knows which.
      }
    }
  }

  private async answersReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.origin}/health/ready`, { signal: AbortSignal.timeout(3_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  private logTail(): string {
    return readFileSync(this.spec.logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  }
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

function portIn(line: string): number | undefined {
  if (!line.includes('"listening"')) return undefined;
  try {
    const fact = JSON.parse(line) as { msg?: string; port?: number };
    return fact.msg === 'listening' ? fact.port : undefined;
  } catch {
    return undefined;
  }
}
