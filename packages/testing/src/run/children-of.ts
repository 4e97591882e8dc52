import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The processes that a process has started and that are there now. */
export async function childrenOf(parent: number): Promise<number[]> {
  const family = process.platform === 'linux' ? await readProc() : await askPs();
  return family.filter(([, parentPid]) => parentPid === parent).map(([pid]) => pid);
}

type PidAndParent = readonly [pid: number, parent: number];

/** A small Linux has no `ps`. The fourth word of `stat` is the parent; the second may hold anything, in brackets. */
async function readProc(): Promise<PidAndParent[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return pids.map((pid, index) => [
    Number(pid),
    Number(/.*\) \S (\d+)/s.exec(stats[index] ?? '')?.[1] ?? Number.NaN),
  ]);
}

async function askPs(): Promise<PidAndParent[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = Number.NaN, parent = Number.NaN]) => [pid, parent]);
}
