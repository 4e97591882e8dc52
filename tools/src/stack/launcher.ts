import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '@baton/contracts';
import { type ServiceEvent, SupervisedProcess } from './supervised-process.js';

export type ProcessName = ServiceName | 'x-sandbox';

export interface LauncherOptions {
  readonly logFolder: string;
  /** Settings for every process, such as shorter waits. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly onServiceEvent?: ((name: ProcessName, event: ServiceEvent) => void) | undefined;
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts and supervises the processes of a stack. */
export class Launcher {
  private readonly running = new Map<ProcessName, SupervisedProcess>();
  private readonly restarted = new EventEmitter();

  constructor(private readonly options: LauncherOptions) {}

  /** Starts one process, on any free port unless one is given. Settings for every process win over its own. */
  async start(
    name: ProcessName,
    env: Readonly<Record<string, string>>,
    port = 0,
  ): Promise<SupervisedProcess> {
    const { logFolder, env: forAll, onServiceEvent } = this.options;
    const supervised = new SupervisedProcess({
      name,
      script: join(checkout, 'apps', name, 'dist', 'main.js'),
      env: { ...inherited(), ...env, ...forAll, HOST: '127.0.0.1' },
      logFile: join(logFolder, `${name}.log`),
      onEvent: (event) => {
        onServiceEvent?.(name, event);
        if (event === 'restarted') this.restarted.emit(name);
      },
    });
    supervised.port = port;
    this.running.set(name, supervised);
    await supervised.start();
    return supervised;
  }

  /** Stops some at once; those that never came up as well. */
  async stop(names: readonly ProcessName[]): Promise<void> {
    await Promise.all(names.map((name) => this.running.get(name)?.stop()));
  }

  /** Ends a process as a power cut would. Resolves once it has been started again and is ready. */
  async kill(name: ProcessName): Promise<void> {
    const supervised = this.running.get(name);
    if (!supervised) throw new Error(`${name} is not running`);
    const backAgain = once(this.restarted, name);
    supervised.kill9();
    await backAgain;
  }
}

/** Only what a process needs to run at all: a developer's own DATABASE_URL must not reach a service. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
