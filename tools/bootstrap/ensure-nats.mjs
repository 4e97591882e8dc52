import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { checkout } from './paths.mjs';
import { runStep, StepFailed } from './run-step.mjs';

const image = 'nats:2.14.3-alpine';

/** Where a nats-server may be although it is not on the PATH: Debian puts it where only root's PATH goes. */
const places = ['', '/usr/sbin/', '/usr/local/sbin/', '/opt/homebrew/bin/', `${checkout}/.baton/bin/`];

/** `{ folder, version }` of a nats-server 2.9 or later on this machine (`folder` is empty where the PATH leads to it). */
export function natsOnThisMachine() {
  for (const folder of places) {
    const { status, stdout } = spawnSync(`${folder}nats-server`, ['--version'], { encoding: 'utf8' });
    const version = status === 0 ? /v(\d+)\.(\d+)\.\d+/.exec(stdout) : null;
    if (version && (Number(version[1]) > 2 || Number(version[2]) >= 9))
      return { folder, version: version[0] };
  }
  return undefined;
}

/**
 * Sees to it that there is a nats-server to run: one on this machine, one from Debian's packages, or one copied out of the
 * pinned Docker image. Returns the folder to put before the PATH, if any. Where only a server is needed and NATS_URL names
 * one, nothing is looked for; the tests always run servers of their own.
 */
export async function ensureNats({ ownServer }) {
  if (process.env.NATS_URL && !ownServer) return undefined;
  const found = natsOnThisMachine() ?? (await install());
  if (found) return found.folder || undefined;
  throw new StepFailed(
    `Baton needs nats-server 2.9 or later and did not find it. ${howToInstall()} ` +
      (ownServer
        ? ''
        : 'Or start one elsewhere and set NATS_URL, for example NATS_URL=nats://127.0.0.1:4222.'),
  );
}

async function install() {
  if (process.platform !== 'linux') return undefined;
  if (works('apt-get', ['--version'])) {
    const sudo = process.getuid() === 0 ? [] : works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
    if (sudo && (await fromDebian(sudo))) return natsOnThisMachine();
  }
  if (!works('docker', ['info'])) return undefined;
  await fromDocker(`${checkout}/.baton/bin`);
  return natsOnThisMachine();
}

async function fromDebian(sudo) {
  const [command, ...before] = [...sudo, 'apt-get'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runStep('looking up Debian’s packages', command, [...before, 'update', '-qq'], {
      log: 'apt-update',
      env,
    });
    const install = [...before, 'install', '-y', '-qq', '--no-install-recommends', 'nats-server'];
    await runStep('installing nats-server', command, install, { log: 'apt-nats', env });
    // The package starts a server of its own, which nobody here wants.
    spawnSync(
      sudo[0] ?? 'systemctl',
      [...sudo.slice(1), ...(sudo.length > 0 ? ['systemctl'] : []), 'disable', '--now', 'nats-server'],
      { stdio: 'ignore' },
    );
    return true;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.log(`  ! ${error.message.split('\n')[0]}`);
    return false;
  }
}

/** The image holds one static binary, which runs without Docker as well. */
async function fromDocker(folder) {
  mkdirSync(folder, { recursive: true });
  await runStep(`fetching ${image}`, 'docker', ['pull', '--quiet', image], { log: 'docker-nats' });
  const binary = execFileSync(
    'docker',
    ['run', '--rm', '--entrypoint', 'cat', image, '/usr/local/bin/nats-server'],
    {
      maxBuffer: 200_000_000,
    },
  );
  writeFileSync(`${folder}/nats-server`, binary);
  chmodSync(`${folder}/nats-server`, 0o755);
}

function howToInstall() {
  switch (process.platform) {
    case 'darwin':
      return 'Type: brew install nats-server.';
    case 'win32':
      return 'Use WSL (wsl --install), and inside it: sudo apt install nats-server.';
    default:
      return 'Debian, Ubuntu: sudo apt install nats-server. Fedora: sudo dnf install nats-server. Arch: sudo pacman -S nats-server.';
  }
}

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
