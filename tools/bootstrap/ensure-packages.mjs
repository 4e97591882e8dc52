import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkout } from './paths.mjs';
import { runStep } from './run-step.mjs';

const stamp = `${checkout}/node_modules/.baton-lock-hash`;

/** Installs the npm packages of the lock file, unless they are what is installed already. */
export async function ensurePackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${checkout}/package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-audit', '--no-fund', '--include=optional', '--include=dev'];
  await runStep('installing the npm packages', npm, args, { log: 'npm-ci', env: { NODE_ENV: '' } });
  writeFileSync(stamp, wanted);
}
