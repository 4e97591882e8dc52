import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const index = new URL('../index.js', import.meta.url).href;

/**
 * Starts a server from a process of its own, kills that process with kill -9, and waits until the server has gone as well.
 * Resolves with the process id the server had; a test that waits in vain fails by its timeout.
 */
export async function startFromAKilledProcess(part: 'startPostgres' | 'startNatsServer', dataDir: string) {
  const script = `
    const { ${part} } = await import(${JSON.stringify(index)});
    console.log((await ${part}({ dataDir: ${JSON.stringify(dataDir)} })).pid);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(starter.stdout, 'data');
  const pid = Number(String(line));
  starter.kill('SIGKILL');
  while (isAlive(pid)) await pause(20);
  return pid;
}

/** A process that has ended may still be listed until its parent asks how (a zombie); it is not alive. */
export function isAlive(pid: number): boolean {
  return (
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .match(/^[^Z]/) !== null
  );
}
