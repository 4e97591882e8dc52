import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkout } from './paths.mjs';
import { runStep } from './run-step.mjs';

const stamp = `${checkout}/node_modules/.baton-lock-hash`;

/**
 * Installs the npm packages of the lock file, unless they are what is installed already. `npm install --no-save` and not
 * `npm ci`: it takes every version and integrity hash from the lock file and leaves that file alone as well, but does not
 * give up where the lock file lacks the binary of another platform (see docs/adr/0005).
 */
export async function ensurePackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${checkout}/package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--include=optional', '--include=dev'];
  await runStep('installing the npm packages', npm, args, { log: 'npm-install', env: { NODE_ENV: '' } });
  writeFileSync(stamp, wanted);
}
