import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithParent } from '../processes/end-with-parent.js';
import { findNatsServer, isAtLeast } from './find-nats-server.js';
import { type AnalystAccount, natsConfig, serviceUser } from './nats-config.js';

export interface NatsOptions {
  /** Streams, configuration and log are kept here. */
  readonly dataDir: string;
  /** Feeds that get an account of their own. */
  readonly analysts?: readonly { readonly stream: string; readonly durable: string }[];
}

export interface StartedNats {
  /** For services, with user and password. */
  readonly url: string;
  /** For analysts, by durable. */
  readonly analystUrls: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly version: string;
  /** Ends at once, as by a power cut; `restart` brings it back on the same port with what was on disk. */
  kill9(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const startsWithinMs = 10_000;

/** Starts a nats-server with JetStream on a free port of the loopback. Ends with this process, however that ends. */
export async function startNatsServer({ dataDir, analysts = [] }: NatsOptions): Promise<StartedNats> {
  const binary = await findNatsServer();
  if (!binary) throw new Error('nats-server is not on the PATH');
  const accounts: AnalystAccount[] = analysts.map((analyst) => ({ ...analyst, password: newPassword() }));
  const servicePassword = newPassword();
  const portsDir = join(dataDir, 'ports');
  await mkdir(portsDir, { recursive: true });
  const launch = async (port: number): Promise<Running> => {
    await rm(portsDir, { recursive: true, force: true });
    await mkdir(portsDir);
    const config = natsConfig({
      serverName: 'baton',
      port,
      storeDir: join(dataDir, 'jetstream'),
      portsDir,
      servicePassword,
      analysts: accounts,
      syncAlways: isAtLeast(binary.version, 2, 10),
    });
    const configFile = join(dataDir, 'nats.conf');
    await writeFile(configFile, config, { mode: 0o600 });
    return run(binary.path, configFile, portsDir, join(dataDir, 'nats.log'));
  };
  let running = await launch(-1);
  const address = (user: string, password: string) => `nats://${user}:${password}@127.0.0.1:${running.port}`;
  return {
    get pid() {
      return running.pid;
    },
    version: binary.version,
    url: address(serviceUser, servicePassword),
    analystUrls: Object.fromEntries(accounts.map(({ durable, password }) => [durable, address(durable, password)])),
    kill9: () => end(running, 'SIGKILL'),
    restart: async () => {
      running = await launch(running.port);
    },
    stop: () => end(running, 'SIGTERM'),
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly dismissGuard: () => void;
}

async function run(path: string, configFile: string, portsDir: string, logFile: string): Promise<Running> {
  const log = openSync(logFile, 'a');
  const child = spawn(path, ['-c', configFile], { stdio: ['ignore', log, log] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${path} did not start`);
  const dismissGuard = endWithParent(pid);
  const port = await portTold(child, portsDir, logFile);
  return { child, pid, port, dismissGuard };
}

/** The server writes the port it took to a file once it is ready. */
async function portTold(child: ChildProcess, portsDir: string, logFile: string): Promise<number> {
  const giveUpAt = Date.now() + startsWithinMs;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const [name] = (await readdir(portsDir)).filter((file) => file.endsWith('.ports'));
    const told = name ? /nats:\/\/[^"]*:(\d+)"/.exec(await readFile(join(portsDir, name), 'utf8'))?.[1] : undefined;
    if (told) return Number(told);
    await pause(20);
  }
  const tail = (await readFile(logFile, 'utf8')).split('\n').slice(-8).join('\n');
  throw new Error(`nats-server did not start:\n${tail}`);
}

async function end({ child, dismissGuard }: Running, signal: NodeJS.Signals): Promise<void> {
  dismissGuard();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const newPassword = (): string => randomBytes(18).toString('base64url');
