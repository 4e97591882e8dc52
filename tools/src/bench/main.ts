import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@baton/local-parts';
import { measureIdleTicks } from './measure-idle-ticks.js';
import { mostTimesAsSlow, slowest, tableOfTicks } from './table-of-ticks.js';

/** `npm run bench:ticks`: says what it costs to look and find nothing, and exits with 1 where that grows with what is ahead. */
const sizes = [10, 1_000, 1_000_000];
const looks = 200;

const folder = await mkdtemp(join(tmpdir(), 'baton-ticks-'));
await chmod(folder, 0o755);
const postgres = await startPostgres({ dataDir: folder, throwaway: true });
try {
  const say = (what: string) => console.error(`  … ${what}`);
  const measured = await measureIdleTicks(postgres.adminUrl, { sizes, looks, say });
  console.log(tableOfTicks(measured));
  if (slowest(measured) > mostTimesAsSlow) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
