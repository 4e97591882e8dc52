import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep, StepFailed } from './run-step.mjs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const chromiumOnThisMachine = () => places.find((path) => path && existsSync(path));

/**
 * A Chromium for the browser tests: the one on this machine, or Debian's. Undefined where there is none to be had; the
 * browser tests then say that they were skipped and why.
 */
export async function ensureChromium() {
  const found = chromiumOnThisMachine();
  if (found || process.platform !== 'linux' || !works('apt-get', ['--version'])) return found;
  const sudo = process.getuid() === 0 ? [] : works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
  if (!sudo) return undefined;
  const [command, ...before] = [...sudo, 'apt-get'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runStep('looking up Debian’s packages', command, [...before, 'update', '-qq'], {
      log: 'apt-update',
      env,
    });
    const install = [
      ...before,
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-color-emoji',
    ];
    await runStep('installing Chromium for the browser tests', command, install, {
      log: 'apt-chromium',
      env,
    });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.log(`  ! ${error.message.split('\n')[0]}`);
  }
  return chromiumOnThisMachine();
}

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
