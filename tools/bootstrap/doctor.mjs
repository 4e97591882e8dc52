import { spawnSync } from 'node:child_process';
import { constants, existsSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem } from 'node:os';
import { dirname } from 'node:path';
import { chromiumOnThisMachine } from './ensure-chromium.mjs';
import { natsOnThisMachine } from './ensure-nats.mjs';
import { checkout } from './paths.mjs';

/** `npm run doctor`: what is wrong with this machine, one line each, and what to type. Changes nothing. */
const checks = [
  nodeVersion,
  npmVersion,
  node24Here,
  natsServer,
  postgresFolder,
  diskSpace,
  memory,
  loopback,
  chromium,
];

let missing = 0;
for (const check of checks) {
  const { mark, what, todo } = await check();
  if (mark === '✗') missing += 1;
  console.log(`  ${mark} ${what}${todo ? `\n      ${todo}` : ''}`);
}
console.log(missing === 0 ? '\nThis machine can run Baton.' : '\nSomething is missing: see ✗ above.');
process.exit(missing === 0 ? 0 : 1);

function nodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough
    ? { mark: '✓', what: `Node ${process.version} starts the bootstrap` }
    : {
        mark: '✗',
        what: `Node ${process.version} is too old`,
        todo: 'Install Node 20.19 or later from nodejs.org.',
      };
}

function npmVersion() {
  const found = versionOf('npm', ['--version']);
  return found
    ? { mark: '✓', what: `npm ${found}` }
    : { mark: '✗', what: 'npm is missing', todo: 'It comes with Node from nodejs.org.' };
}

function node24Here() {
  if (Number(process.versions.node.split('.')[0]) >= 24)
    return { mark: '✓', what: 'Node 24 or later is this machine’s own' };
  if (existsSync(`${checkout}/node_modules/.bin/node`))
    return { mark: '✓', what: 'Node 24 from the lock file is installed' };
  if (process.platform === 'linux')
    return { mark: '!', what: 'Node 24 is not here yet', todo: 'npm start installs it.' };
  return {
    mark: '✗',
    what: 'Node 24 is missing',
    todo: 'macOS: brew install node@24. Windows: winget install OpenJS.NodeJS.',
  };
}

function natsServer() {
  if (process.env.NATS_URL) return { mark: '✓', what: 'NATS_URL is set and will be used' };
  const found = natsOnThisMachine();
  if (found) return { mark: '✓', what: `nats-server ${found.version}` };
  const byItself =
    versionOf('apt-get', ['--version']) &&
    (process.getuid?.() === 0 || versionOf('sudo', ['-n', '--version']));
  return byItself
    ? { mark: '!', what: 'nats-server is not here yet', todo: 'npm start installs it with apt-get.' }
    : {
        mark: '✗',
        what: 'nats-server is missing',
        todo: 'macOS: brew install nats-server. Debian: sudo apt install nats-server. Arch: sudo pacman -S nats-server.',
      };
}

function postgresFolder() {
  if (process.env.DATABASE_URL) return { mark: '✓', what: 'DATABASE_URL is set and will be used' };
  if (process.getuid?.() !== 0) return { mark: '✓', what: 'the built-in Postgres can run as this user' };
  for (let folder = checkout; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & constants.S_IXOTH) === 0) {
      return {
        mark: '!',
        what: `as root, Postgres runs as the user postgres, who may not enter ${folder}`,
        todo: 'npm start keeps the data in the system’s temporary folder instead.',
      };
    }
  }
  return { mark: '✓', what: 'the built-in Postgres can run as the user postgres' };
}

function diskSpace() {
  const { bavail, bsize } = statfsSync(checkout);
  const gigabytes = (bavail * bsize) / 1e9;
  const words = `${gigabytes.toFixed(1)} GB of disk free`;
  return gigabytes >= 2
    ? { mark: '✓', what: words }
    : { mark: '✗', what: words, todo: 'Baton needs about 2 GB here.' };
}

function memory() {
  const gigabytes = freemem() / 1e9;
  const words = `${gigabytes.toFixed(1)} GB of memory free`;
  return gigabytes >= 1.5
    ? { mark: '✓', what: words }
    : { mark: '!', what: words, todo: 'Baton needs about 1.5 GB.' };
}

function loopback() {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () =>
      resolve({
        mark: '✗',
        what: 'no port of 127.0.0.1 can be opened',
        todo: 'Look at this machine’s firewall or sandbox.',
      }),
    );
    server.listen(0, '127.0.0.1', () =>
      server.close(() => resolve({ mark: '✓', what: 'ports of 127.0.0.1 can be opened' })),
    );
  });
}

function chromium() {
  const found = chromiumOnThisMachine();
  return found
    ? { mark: '✓', what: `${found} for the browser tests` }
    : {
        mark: '!',
        what: 'no Chromium for the browser tests',
        todo: 'npm test installs it on Debian and Ubuntu; elsewhere install Chrome or set CHROMIUM_PATH.',
      };
}

function versionOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n')[0] : undefined;
}
