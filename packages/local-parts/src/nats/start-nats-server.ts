import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formerServerEnded } from '../processes/former-server.js';
import { ServerProcess } from '../processes/server-process.js';
import { findNatsServer, isAtLeast } from './find-nats-server.js';
import { type AnalystAccount, type LimitedUser, natsConfig, servicesAdmin } from './nats-config.js';

export interface NatsOptions {
  /** Streams, configuration and log are kept here. */
  readonly dataDir: string;
  /** Users beside the one who may do everything. */
  readonly users?: readonly LimitedUser[];
  /** Feeds that get an account of their own. */
  readonly analysts?: readonly { readonly stream: string; readonly durable: string }[];
}

export interface StartedNats {
  /** For whoever may do everything that services do, with user and password. */
  readonly url: string;
  /** For the limited users, by name. */
  readonly userUrls: Readonly<Record<string, string>>;
  /** For analysts, by durable. */
  readonly analystUrls: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly version: string;
  /** Ends at once, as by a power cut; `restart` brings it back on the same port with what was on disk. */
  kill9(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 10_000;
/** What the server takes for "any port that is free". */
const anyPort = -1;

/** Starts a nats-server with JetStream on a free port of the loopback. Ends with this process, however that ends. */
export async function startNatsServer(options: NatsOptions): Promise<StartedNats> {
  const { dataDir, analysts = [] } = options;
  const binary = await findNatsServer();
  if (!binary) throw new Error('nats-server is not on the PATH');
  const accounts: AnalystAccount[] = analysts.map((analyst) => ({ ...analyst, password: newPassword() }));
  const users = (options.users ?? []).map((user) => ({ ...user, password: newPassword() }));
  const servicePassword = newPassword();
  const launch = async (port: number): Promise<Running> => {
    const config = natsConfig({
      ...filesIn(dataDir),
      port,
      servicePassword,
      users,
      analysts: accounts,
      syncAlways: isAtLeast(binary.version, 2, 10),
    });
    return run(binary.path, dataDir, config);
  };
  let running = await launch(anyPort);
  const address = (user: string, password: string) => `nats://${user}:${password}@127.0.0.1:${running.port}`;
  return {
    get pid() {
      return running.server.pid;
    },
    version: binary.version,
    url: address(servicesAdmin, servicePassword),
    userUrls: Object.fromEntries(users.map(({ name, password }) => [name, address(name, password)])),
    analystUrls: Object.fromEntries(
      accounts.map(({ durable, password }) => [durable, address(durable, password)]),
    ),
    kill9: () => running.server.end('SIGKILL'),
    restart: async () => {
      await running.server.end();
      running = await launch(running.port);
    },
    stop: () => running.server.end(),
  };
}

interface Running {
  readonly server: ServerProcess;
  readonly port: number;
}

const filesIn = (dataDir: string) => ({
  storeDir: join(dataDir, 'jetstream'),
  portsDir: join(dataDir, 'ports'),
  pidFile: join(dataDir, 'nats.pid'),
});

async function run(path: string, dataDir: string, config: string): Promise<Running> {
  const { portsDir, pidFile } = filesIn(dataDir);
  await formerServerEnded(pidFile, 'nats-server');
  await rm(portsDir, { recursive: true, force: true });
  await mkdir(portsDir, { recursive: true });
  const configFile = join(dataDir, 'nats.conf');
  await writeFile(configFile, config, { mode: 0o600 });
  const logFile = join(dataDir, 'nats.log');
  const server = new ServerProcess({ path, args: ['-c', configFile], logFile, endSignal: 'SIGTERM' });
  const port = await portTold(server, portsDir);
  if (port !== undefined) return { server, port };
  await server.end();
  throw new Error(`nats-server did not start. The end of ${logFile}:\n${server.logTail()}`);
}

/** The server writes the port it took to a file once it is ready. */
async function portTold(server: ServerProcess, portsDir: string): Promise<number | undefined> {
  const giveUpAt = Date.now() + readyWithinMs;
  while (Date.now() < giveUpAt && !server.hasEnded) {
    const [name] = (await readdir(portsDir)).filter((file) => file.endsWith('.ports'));
    const told = name
      ? /nats:\/\/[^"]*:(\d+)"/.exec(await readFile(join(portsDir, name), 'utf8'))?.[1]
      : undefined;
    if (told) return Number(told);
    await pause(20);
  }
  return undefined;
}

const newPassword = (): string => randomBytes(18).toString('base64url');
