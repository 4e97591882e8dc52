import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { firstLineOf } from './first-line.js';
import type { TestRun } from './test-run.js';

const keeper = fileURLToPath(new URL('./keep-test-run.js', import.meta.url));

/** Starts what a test run needs. It ends with this process at the latest, or when told to. */
export async function beginTestRun(): Promise<{ run: TestRun; end: () => Promise<void> }> {
  // A process group of its own: Ctrl-C ends the tests, and the end of the tests ends this.
  const child = spawn(process.execPath, [keeper], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const run: TestRun = JSON.parse(await firstLineOf(child));
  const end = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await gone;
  };
  return { run, end };
}
