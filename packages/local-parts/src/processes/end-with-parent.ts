import { type ChildProcess, spawn } from 'node:child_process';

/** Runs in a process of its own: waits until standard input closes, then asks the given process to end. */
const guard = `
  process.on('SIGINT', () => {});
  process.stdin.on('end', () => {
    try { process.kill(Number(process.argv[1]), process.argv[2]); } catch {}
    process.exit();
  }).resume();
`;

/**
 * Sees to it that a server ends when this process does, even by kill -9: a small guard holds the other end of a pipe,
 * which the kernel closes. Returns how to dismiss the guard once the server has been stopped properly.
 */
export function endWithParent(pid: number, signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): () => void {
  const guardian: ChildProcess = spawn(process.execPath, ['-e', guard, String(pid), signal], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guardian.unref();
  guardian.on('error', () => undefined);
  return () => guardian.kill('SIGKILL');
}
