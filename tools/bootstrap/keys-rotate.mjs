import { spawnSync } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { claimStart } from './start-claim.mjs';

/** `npm run keys:rotate`: begins new master keys. Not while the system runs: it would not know them. */
const running = await claimStart();
if (running) {
  console.error(
    `Baton is running from this checkout (process ${running}). Stop it with Ctrl-C first; nothing was changed.`,
  );
  process.exit(1);
}
const { node, env } = await prepare();
const { status } = spawnSync(node, [`${checkout}/tools/dist/keys/main.js`], {
  cwd: checkout,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
