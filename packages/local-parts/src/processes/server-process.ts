import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface ServerCommand {
  readonly path: string;
  readonly args: readonly string[];
  /** Standard output and error are appended here. */
  readonly logFile: string;
  /** Asks it to end in order. */
  readonly endSignal: 'SIGINT' | 'SIGTERM';
  /** Runs as this user, where it may not run as ours. */
  readonly as?: { readonly uid: number; readonly gid: number } | undefined;
}

const endsWithinMs = 20_000;
const tailLines = 12;

/**
 * Runs in a shell of its own, which costs a megabyte: waits until its standard input closes, then asks the server to end.
 * `$1` is the signal, `$2` the server's process id.
 */
const guard = 'read -r _; kill -s "$1" "$2"';

/**
 * A server as a child of this process, with two promises: Ctrl-C in a terminal does not reach it (it is ended in its turn,
 * by `end`), and it ends when this process does, even by kill -9, because then the kernel closes the guard's pipe.
 */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly guard: ChildProcess;

  constructor(private readonly command: ServerCommand) {
    const { path, args, logFile, endSignal, as } = command;
    const log = openSync(logFile, 'a');
    this.child = spawn(path, args, { stdio: ['ignore', log, log], detached: true, ...as });
    closeSync(log);
    this.child.on('error', () => undefined);
    this.child.unref();
    this.guard = spawn('sh', ['-c', guard, 'guard', endSignal.slice(3), String(this.child.pid)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.guard.on('error', () => undefined);
    this.guard.unref();
    this.child.once('exit', () => this.guard.kill('SIGKILL'));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves once it is gone; one that does not end in order is ended for certain. */
  async end(signal: NodeJS.Signals = this.command.endSignal): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const grace = setTimeout(() => this.child.kill('SIGKILL'), endsWithinMs);
    await ended;
    clearTimeout(grace);
  }

  logTail(): string {
    return readFileSync(this.command.logFile, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n');
  }
}
