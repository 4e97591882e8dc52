import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const endsWithinMs = 20_000;

/**
 * After kill -9 of whoever started it, a server takes a moment to end, and two must never use one folder. Waits for the
 * server whose process id is the first line of `pidFile`. A living process of another name has only inherited the number:
 * then the file, which would keep a server from starting, is deleted. It stays where the process is dead, because Postgres
 * reads in it whether anything of its predecessor is still alive.
 */
export async function formerServerEnded(pidFile: string, command: string): Promise<void> {
  const giveUpAt = Date.now() + endsWithinMs;
  for (;;) {
    const pid = firstLineOf(pidFile);
    const name = pid ? nameOf(pid) : '';
    if (!name) return;
    if (!name.includes(command)) return rmSync(pidFile, { force: true });
    if (Date.now() > giveUpAt)
      throw new Error(`${command} (process ${pid}) is running on this folder: ${pidFile}`);
    await pause(50);
  }
}

function firstLineOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}

/** The name of a living process, or nothing. One that ended and that nobody has collected yet (a zombie) is not alive. */
function nameOf(pid: string): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'comm=', '-p', pid], { encoding: 'utf8' });
    const [, name = '', state] = /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state === 'Z' ? '' : name;
  } catch {
    return '';
  }
}
