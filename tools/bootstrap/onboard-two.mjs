import { spawn } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** `npm run onboard:two`: prepares the checkout, then shows two charities coming aboard in a system of their own. */
const { node, env } = await prepare();
const child = spawn(node, [`${checkout}/tools/dist/onboarding/main.js`], {
  cwd: checkout,
  env,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
child.once('exit', (code) => process.exit(code ?? 1));
