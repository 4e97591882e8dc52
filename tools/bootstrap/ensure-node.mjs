import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { checkout } from './paths.mjs';
import { StepFailed } from './run-step.mjs';

const wanted = [24, 11];

/** The Node 24 that came with the packages, else this machine's own if it is new enough. */
export function node24() {
  const installed = `${checkout}/node_modules/.bin/node`;
  if (existsSync(installed) && isNewEnough(versionOf(installed))) return installed;
  if (isNewEnough(process.version)) return process.execPath;
  throw new StepFailed(
    `Baton needs Node ${wanted.join('.')} or later, and this is ${process.version}. ` +
      'On macOS type: brew install node@24 && brew link --overwrite node@24. On Windows: winget install OpenJS.NodeJS.',
  );
}

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return 'v0.0.0';
  }
}

function isNewEnough(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}
