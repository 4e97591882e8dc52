import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
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
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private readonly log: WriteStream;
  private stopping = false;
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

  /** Starts and waits until the service says it is ready. */
  async start(): Promise<void> {
    await this.launch();
    this.spec.onEvent('started');
  }

  /** Ends it as a power cut would; the supervision starts it again. */
  kill9(): void {
    this.child?.kill('SIGKILL');
  }

  /** Ends it in order, or after a grace for certain. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const grace = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
      await ended;
      clearTimeout(grace);
    }
    this.log.end();
  }

  /** Ready again after a death; for whoever killed it. */
  async untilReady(): Promise<void> {
    const giveUpAt = Date.now() + readyWithinMs;
    while (Date.now() < giveUpAt) {
      if (await this.answersReady()) return;
      await pause(50);
    }
    throw new Error(
      `${this.spec.name} is not ready after ${readyWithinMs / 1000} s. The end of its log:\n${this.logTail()}`,
    );
  }

  private async launch(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', this.spec.script], {
      env: { ...this.spec.env, PORT: String(this.port) },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C in a terminal reaches only us, and everything is stopped in its turn.
      detached: true,
    });
    this.child = child;
    child.stderr.pipe(this.log, { end: false });
    child.stdin.on('error', () => undefined);
    child.once('exit', () => void this.onExit(child));
    await this.heard(child);
    await this.untilReady();
  }

  private heard(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!child.stdout) return reject(new Error('no standard output'));
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.log.write(`${line}\n`);
        const port = portIn(line);
        if (port === undefined) return;
        this.port = port;
        resolve();
      });
      child.once('exit', (code) => {
        reject(
          new Error(
            `${this.spec.name} ended with code ${code} before it listened. The end of its log:\n${this.logTail()}`,
          ),
        );
      });
    });
  }

  private async onExit(child: ChildProcess): Promise<void> {
    if (this.stopping || child !== this.child || this.port === 0) return;
    this.deaths += 1;
    this.spec.onEvent('died');
    while (!this.stopping) {
      await pause(this.deaths === 1 ? 0 : Math.min(longestBackoffMs, 100 * 2 ** this.deaths));
      try {
        await this.launch();
        return this.spec.onEvent('restarted');
      } catch {
        this.deaths += 1;
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

function portIn(line: string): number | undefined {
  if (!line.includes('"listening"')) return undefined;
  try {
    const fact = JSON.parse(line) as { msg?: string; port?: number };
    return fact.msg === 'listening' ? fact.port : undefined;
  } catch {
    return undefined;
  }
}
