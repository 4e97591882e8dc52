import { spawnSync } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** `npm run bench:ticks`: prepares the checkout, then measures idle looks of the clocks on a Postgres of its own. */
const { node, env } = await prepare();
const { status } = spawnSync(node, [`${checkout}/tools/dist/bench/main.js`], {
  cwd: checkout,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
