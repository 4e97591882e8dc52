import { spawn } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** `npm start`: prepares the checkout, then hands over to Node 24. Signals and the exit code pass through. */
const { node, env } = await prepare();
const child = spawn(
  node,
  ['--enable-source-maps', `${checkout}/tools/dist/start/main.js`, ...process.argv.slice(2)],
  {
    cwd: checkout,
    env,
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the child by itself; this process only must not go first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
