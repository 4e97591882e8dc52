import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withCheckoutLock } from './checkout-lock.mjs';
import { checkout } from './paths.mjs';

/**
 * One start at a time runs from a checkout, and nothing is forgotten under it. The file holds its process id and is worth
 * nothing once that process is gone, also where another program has got its number since. Returns who runs already, if any.
 */
export function claimStart(folder = `${checkout}/.baton`) {
  return withCheckoutLock(() => {
    const running = runningStart(folder);
    if (running) return running;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/start.pid`, String(process.pid));
    process.once('exit', () => rmSync(`${folder}/start.pid`, { force: true }));
    return undefined;
  }, folder);
}

/** The process id of the start that runs from this checkout, if any. */
export function runningStart(folder = `${checkout}/.baton`) {
  try {
    const pid = readFileSync(`${folder}/start.pid`, 'utf8');
    return pid !== String(process.pid) && commandOf(pid).includes('bootstrap/start') ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** How a living process was called, or nothing. */
function commandOf(pid) {
  return process.platform === 'linux'
    ? readFileSync(`/proc/${Number(pid)}/cmdline`, 'utf8')
    : execFileSync('ps', ['-o', 'command=', '-p', pid], { encoding: 'utf8' });
}
