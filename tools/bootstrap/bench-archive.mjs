import { spawnSync } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** `npm run bench:archive`: prepares the checkout, then measures the pages of a full archive on a system of its own. */
const { node, env } = await prepare({ ownNats: true });
const { status } = spawnSync(node, [`${checkout}/tools/dist/bench-archive/main.js`], {
  cwd: checkout,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
