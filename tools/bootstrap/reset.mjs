import { existsSync, readFileSync, rmSync } from 'node:fs';
import { checkout } from './paths.mjs';

/** `npm run reset`: forgets databases, streams, keys and mails of this checkout. */
const folder = `${checkout}/.baton/local`;
const pidFile = `${folder}/start.pid`;

if (existsSync(pidFile) && isAlive(Number(readFileSync(pidFile, 'utf8')))) {
  console.error('Baton is running from this checkout. Stop it with Ctrl-C first; nothing was forgotten.');
  process.exit(1);
}
const thereWasSomething = existsSync(folder);
rmSync(folder, { recursive: true, force: true });
console.log(
  thereWasSomething ? 'The local data is forgotten. npm start begins anew.' : 'There was nothing to forget.',
);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
