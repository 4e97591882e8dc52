/** What the test files of one run share. */
export interface TestRun {
  /** A throwaway Postgres; every file makes its own database on it. */
  readonly adminUrl: string;
  /** Deleted when the run ends. */
  readonly folder: string;
  /** The services' master keys. */
  readonly masterKeyFile: string;
}

const variable = 'BATON_TEST_RUN';

/** Jest's setup and its workers are different processes; the environment is all they share. */
export function announceTestRun(run: TestRun): void {
  process.env[variable] = JSON.stringify(run);
}

export function testRun(): TestRun {
  const run = process.env[variable];
  if (!run)
    throw new Error('nothing is running for these tests: run jest from the root, with its configuration');
  return JSON.parse(run);
}
