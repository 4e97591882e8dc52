import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface NatsBinary {
  readonly path: string;
  /** `2.9.10` */
  readonly version: string;
}

/** The nats-server on the PATH, or undefined. */
export async function findNatsServer(): Promise<NatsBinary | undefined> {
  for (const path of ['nats-server', '/usr/sbin/nats-server', '/opt/homebrew/bin/nats-server']) {
    try {
      const { stdout } = await run(path, ['--version']);
      const version = /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
      if (version) return { path, version };
    } catch {
      // not here: look in the next place
    }
  }
  return undefined;
}

/** True from this minor version on: `isAtLeast('2.9.10', 2, 10)` is false. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
