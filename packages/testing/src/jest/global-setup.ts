import { beginTestRun } from '../run/begin-test-run.js';
import { announceTestRun } from '../run/test-run.js';
import { running } from './running.js';

/** Before the first test file. */
export default async function globalSetup(): Promise<void> {
  const { run, end } = await beginTestRun();
  running.end = end;
  announceTestRun(run);
}
