import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analystStream, type ServiceName } from '@baton/contracts';
import { freePort, startNatsServer, startPostgres } from '@baton/local-parts';
import { startMailbox } from '../mailbox/mailbox.js';
import { migrateAll } from '../migrate/migrate-all.js';
import type { StorySystem } from '../story/story-system.js';
import { type LocalSecrets, localSecrets } from './local-secrets.js';
import { type ServiceEvent, SupervisedProcess } from './supervised-process.js';

export type ProcessName = ServiceName | 'x-sandbox';

export interface StackOptions {
  /** Everything that is kept: databases, streams, keys, mails, logs. */
  readonly dataDir: string;
  /** Used instead of the built-in Postgres; its role must be allowed to create schemas and roles. */
  readonly databaseUrl?: string | undefined;
  /** Used instead of a nats-server of our own. */
  readonly natsUrl?: string | undefined;
  /** The feed that gets an analyst's account of its own. */
  readonly analystFeed: string;
  /** Settings for every service, such as shorter waits. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onProgress?: (what: string) => void;
  readonly onServiceEvent?: (name: ProcessName, event: ServiceEvent) => void;
}

export interface RunningSystem extends StorySystem {
  /** What the parts are, for whoever wants to know: `Postgres 18.4`, `nats-server 2.9.10`. */
  readonly parts: readonly string[];
  /** Ends a service as a power cut would. It is started again by itself; resolves once it is ready. */
  killService(name: ProcessName): Promise<void>;
  /** Stops everything in order: the door first, then the services, then what they stand on. */
  stop(): Promise<void>;
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts the whole system on this machine, every service as a process of its own, and supervises it. */
export async function startStack(options: StackOptions): Promise<RunningSystem> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return await startParts(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: StackOptions,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<RunningSystem> {
  const { dataDir, onProgress = () => undefined } = options;
  const logFolder = join(dataDir, 'logs');
  await mkdir(logFolder, { recursive: true });
  const secrets = localSecrets(dataDir);
  onProgress('Postgres and NATS');
  const [database, bus] = await bothOrNeither(startDatabase(options, stops), startBus(options, stops));
  onProgress('migrations');
  const { urls, applied } = await migrateAll(database.adminUrl, secrets.databasePassword);
  onProgress(applied > 0 ? `${applied} migrations applied` : 'the database is up to date');
  const mailbox = await startMailbox({ dataDir: join(dataDir, 'mailbox') });
  stops.push(mailbox.close);

  const launcher = new Launcher(options, logFolder, stops);
  onProgress('the pretend X');
  const sandbox = await launcher.start('x-sandbox', {});
  const gatewayPort = await freePort();
  const shared = sharedEnv(
    secrets,
    bus.url,
    mailbox.smtpUrl,
    sandbox.origin,
    `http://127.0.0.1:${gatewayPort}`,
  );
  onProgress('the services');
  const service = (name: ServiceName, own: Record<string, string> = {}) =>
    launcher.start(name, { ...shared, DATABASE_URL: urls[name], ...own });
  await Promise.all([
    service('recruitment'),
    service('scheduling'),
    service('posting-gateway'),
    service('feedback'),
  ]);
  const gateway = await launcher.start(
    'api-gateway',
    { ...shared, DATABASE_URL: urls['api-gateway'], BATON_OPERATOR_TOKEN: secrets.operatorToken },
    gatewayPort,
  );
  return {
    gatewayOrigin: gateway.origin,
    sandboxOrigin: sandbox.origin,
    mailboxOrigin: mailbox.pageUrl,
    operatorToken: secrets.operatorToken,
    natsUrl: bus.url,
    analyst: { feed: options.analystFeed, natsUrl: bus.analystUrl },
    adminDatabaseUrl: database.adminUrl,
    logFolder,
    parts: [database.name, bus.name],
    killService: (name) => launcher.kill(name),
    stop,
  };
}

/** Waits for both even where one fails: what has been started must be known to be stopped. */
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

async function startDatabase({ databaseUrl, dataDir }: StackOptions, stops: (() => Promise<void>)[]) {
  if (databaseUrl) return { adminUrl: databaseUrl, name: 'Postgres given by DATABASE_URL' };
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  stops.push(postgres.stop);
  return { adminUrl: postgres.adminUrl, name: 'Postgres of our own' };
}

async function startBus({ natsUrl, dataDir, analystFeed }: StackOptions, stops: (() => Promise<void>)[]) {
  if (natsUrl) return { url: natsUrl, analystUrl: natsUrl, name: 'NATS given by NATS_URL' };
  const durable = `analyst_${analystFeed}`;
  const nats = await startNatsServer({
    dataDir: join(dataDir, 'nats'),
    analysts: [{ stream: analystStream, durable }],
  });
  stops.push(nats.stop);
  return { url: nats.url, analystUrl: nats.analystUrls[durable] ?? '', name: `nats-server ${nats.version}` };
}

const sharedEnv = (
  secrets: LocalSecrets,
  natsUrl: string,
  smtpUrl: string,
  sandboxOrigin: string,
  publicOrigin: string,
): Record<string, string> => ({
  NATS_URL: natsUrl,
  SMTP_URL: smtpUrl,
  PUBLIC_ORIGIN: publicOrigin,
  X_API_ORIGIN: sandboxOrigin,
  X_AUTHORIZE_ORIGIN: sandboxOrigin,
  BATON_CALLER_KEY: secrets.callerKey,
  BATON_MASTER_KEY_FILE: secrets.masterKeyFile,
});

/** Starts and supervises the processes of a stack. */
class Launcher {
  private readonly running = new Map<ProcessName, SupervisedProcess>();

  constructor(
    private readonly options: StackOptions,
    private readonly logFolder: string,
    private readonly stops: (() => Promise<void>)[],
  ) {}

  async start(name: ProcessName, env: Record<string, string>, port = 0): Promise<SupervisedProcess> {
    const supervised = new SupervisedProcess({
      name,
      script: join(checkout, 'apps', name, 'dist', 'main.js'),
      env: { ...inherited(), ...env, ...this.options.env, HOST: '127.0.0.1' },
      logFile: join(this.logFolder, `${name}.log`),
      onEvent: (event) => this.options.onServiceEvent?.(name, event),
    });
    supervised.port = port;
    this.running.set(name, supervised);
    this.stops.push(() => supervised.stop());
    await supervised.start();
    return supervised;
  }

  async kill(name: ProcessName): Promise<void> {
    const supervised = this.running.get(name);
    if (!supervised) throw new Error(`${name} is not running`);
    const { pid } = supervised;
    supervised.kill9();
    while (supervised.pid === pid) await new Promise((resolve) => setImmediate(resolve));
    await supervised.untilReady();
  }
}

/** Only what a process needs to run at all: a developer's own DATABASE_URL must not reach a service. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
