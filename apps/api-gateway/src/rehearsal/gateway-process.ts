import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GatewayConfig } from '../config.js';

const main = fileURLToPath(new URL('../main.js', import.meta.url));

/** The gateway as it is deployed: a process of its own, and every line it prints. */
export class GatewayProcess {
  readonly printed: string[] = [];
  private readonly lines = new EventEmitter();

  private constructor(private readonly child: ChildProcess) {
    for (const output of [child.stdout, child.stderr]) {
      if (!output) continue;
      createInterface(output).on('line', (line) => {
        this.printed.push(line);
        this.lines.emit('line');
      });
    }
    child.on('close', () => this.lines.emit('line'));
  }

  /** Resolves once it listens. */
  static async start(config: Readonly<GatewayConfig>): Promise<GatewayProcess> {
    const said = Object.entries(config).filter(([, value]) => value !== undefined);
    const env = Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
    const gateway = new GatewayProcess(spawn(process.execPath, [main], { env, stdio: 'pipe' }));
    await gateway.prints('"listening"');
    return gateway;
  }

  get origin(): string {
    const line = this.printed.find((one) => one.includes('"listening"')) ?? '{}';
    return `http://127.0.0.1:${JSON.parse(line).port}`;
  }

  /** Resolves with the first line that has these words in it, which may have been printed already; fails where it ends first. */
  async prints(words: string): Promise<string> {
    for (;;) {
      const line = this.printed.find((one) => one.includes(words));
      if (line !== undefined) return line;
      if (this.child.exitCode !== null) throw new Error(`it ended: ${this.printed.join('\n')}`);
      await once(this.lines, 'line');
    }
  }

  /** Closes its standard input, at which it stops in order. */
  async stop(): Promise<void> {
    const gone = once(this.child, 'close');
    this.child.stdin?.end();
    await gone;
  }
}
