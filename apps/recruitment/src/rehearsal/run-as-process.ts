import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { RecruitmentConfig } from '../config.js';

const main = fileURLToPath(new URL('../main.js', import.meta.url));

/** A process and all it has printed, line by line. */
export class RunningProcess {
  readonly printed: string[] = [];
  private readonly lines = new EventEmitter();

  constructor(private readonly child: ChildProcess & { stdout: Readable; stderr: Readable }) {
    for (const output of [child.stdout, child.stderr])
      createInterface(output).on('line', (line) => {
        this.printed.push(line);
        this.lines.emit('line');
      });
    child.once('exit', () => this.lines.emit('error', new Error('the process ended')));
    this.lines.on('error', () => undefined);
  }

  /** Resolves when a line with this in it has been printed. */
  async prints(words: string): Promise<void> {
    while (!this.printed.some((line) => line.includes(words))) await once(this.lines, 'line');
  }

  /** Closes its standard input, at which a service stops in order. */
  async stop(): Promise<void> {
    const gone = once(this.child, 'close');
    this.child.stdin?.end();
    await gone;
  }
}

/** Runs the service as it is deployed: a process of its own that prints all it ever logs. Resolves once it listens. */
export async function runAsProcess(config: Readonly<RecruitmentConfig>): Promise<RunningProcess> {
  const settings = Object.entries({ ...config, LOG_LEVEL: 'debug', PORT: 0 });
  const given = settings.filter(([, value]) => value !== undefined);
  const env = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  const running = new RunningProcess(spawn(process.execPath, [main], { env, stdio: 'pipe' }));
  await running.prints('"listening"');
  return running;
}
