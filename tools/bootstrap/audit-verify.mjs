import { spawnSync } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** `npm run audit:verify`: prepares the checkout, then hands over to Node 24. The exit code passes through. */
const { node, env } = await prepare();
const main = `${checkout}/tools/dist/audit/main.js`;
const { status } = spawnSync(node, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
