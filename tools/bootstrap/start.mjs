import { spawn } from 'node:child_process';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { claimStart } from './start-claim.mjs';

/**
 * `npm start`: prepares the checkout, then hands over to Node 24. Signals and the exit code pass through. The channel to the
 * child is never spoken on: it closes when this process is killed, and the child then stops in order.
 */
const running = await claimStart();
if (running) {
  console.error(
    `Baton is running from this checkout already (process ${running}). Stop it there with Ctrl-C first.`,
  );
  process.exit(1);
}
const { node, env } = await prepare();
const main = `${checkout}/tools/dist/start/main.js`;
const child = spawn(node, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  cwd: checkout,
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
if (process.env.npm_lifecycle_event) stopWithNpm();
child.once('exit', (code) => process.exit(code ?? 1));

/** npm killed by kill -9 tells nobody, but its children are somebody else's from then on. */
function stopWithNpm() {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}
