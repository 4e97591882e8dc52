import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The first line a child prints. Rejects where it ends before. */
export function firstLineOf(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('the child has no output to read');
  return new Promise((resolve, reject) => {
    createInterface(stdout).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the child ended (${code}) before it was ready`)));
  });
}
