import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@baton/contracts';
import { freePort, startPostgres } from '@baton/local-parts';
import { startMailbox } from '../mailbox/mailbox.js';
import { migrateAll } from '../migrate/migrate-all.js';
import type { StorySystem } from '../story/story-system.js';
import { Launcher, type LauncherOptions, type ProcessName } from './launcher.js';
import { localSecrets } from './local-secrets.js';
import { startBus } from './start-bus.js';

export interface StackOptions extends Omit<LauncherOptions, 'logFolder'> {
  /** Everything that is kept: databases, streams, keys, mails, logs. */
  readonly dataDir: string;
  /** Used instead of the built-in Postgres; its role must be allowed to create schemas and roles. */
  readonly databaseUrl?: string | undefined;
  /** Used instead of a nats-server of our own, by every service: a user that may do everything in an account of ours. */
  readonly natsUrl?: string | undefined;
  /** The feed that gets an analyst's account of its own. */
  readonly analystFeed: string;
  /** Aborted, the start is given up: what came up already is stopped, and the start rejects. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string) => void;
}

export interface RunningSystem extends StorySystem {
  /** What the parts are, for whoever wants to know: `Postgres 18.4`, `nats-server 2.9.10`. */
  readonly parts: readonly string[];
  /** Ends a service as a power cut would. It is started again by itself; resolves once it is ready. */
  killService(name: ProcessName): Promise<void>;
  /** Stops everything in order: the door first, then the services, then what they stand on. */
  stop(): Promise<void>;
}

const behindTheDoor = ['recruitment', 'scheduling', 'posting-gateway', 'feedback'] as const;

/** One makes fingerprints of who somebody is, the other compares words with them. */
const comparing: ReadonlySet<ServiceName> = new Set(['recruitment', 'posting-gateway']);

/** Starts the whole system on this machine, every service as a process of its own, and supervises it. */
export async function startStack(options: StackOptions): Promise<RunningSystem> {
  const started = new AsyncDisposableStack();
  try {
    return await startParts(options, started);
  } catch (fault) {
    await started.disposeAsync();
    throw options.signal?.aborted ? options.signal.reason : fault;
  }
}

/** How each part is stopped goes on `started` as soon as it may be running; it is taken from there in reverse order. */
async function startParts(options: StackOptions, started: AsyncDisposableStack): Promise<RunningSystem> {
  const { dataDir, signal, onProgress = () => undefined } = options;
  const next = (what: string): void => {
    signal?.throwIfAborted();
    onProgress(what);
  };
  const logFolder = join(dataDir, 'logs');
  await mkdir(logFolder, { recursive: true });
  const secrets = localSecrets(dataDir);
  next('Postgres and NATS');
  const [database, bus] = await bothOrNeither(startDatabase(options, started), startBus(options, started));
  next('migrations');
  const { urls, applied } = await migrateAll(database.adminUrl, secrets.databaseSecret);
  next(applied > 0 ? `${applied} migrations applied` : 'the database is up to date');
  const doorPort = await freePort();
  const mailbox = await startMailbox({ dataDir: join(dataDir, 'mailbox'), doorPort });
  started.defer(() => mailbox.close());

  const launcher = new Launcher({ ...options, logFolder });
  const stopLater = (names: readonly ProcessName[]): void => {
    started.defer(() => launcher.stop(names));
    signal?.addEventListener('abort', () => void launcher.stop(names));
  };
  next('the pretend X');
  stopLater(['x-sandbox']);
  const sandbox = await launcher.start('x-sandbox', {});
  next('the services');
  const gatewayPort = await freePort();
  const shared = {
    SMTP_URL: mailbox.smtpUrl,
    PUBLIC_ORIGIN: `http://127.0.0.1:${gatewayPort}`,
    BATON_ERASURE_LEDGER: join(dataDir, 'erasure-ledger.jsonl'),
    X_API_ORIGIN: sandbox.origin,
    X_AUTHORIZE_ORIGIN: sandbox.origin,
    BATON_CALLER_PUBLIC_KEY: secrets.callerKeys.publicKey,
  };
  const envOf = (name: ServiceName) => ({
    ...shared,
    DATABASE_URL: urls[name],
    NATS_URL: bus.urlOf(name),
    BATON_MASTER_KEY_FILE: secrets.masterKeyFileOf(name),
    ...(comparing.has(name) ? { BATON_FINGERPRINT_KEY: secrets.fingerprintKey } : {}),
    ...(name === 'recruitment' ? { MAIL_DOOR_PORT: String(doorPort) } : {}),
  });
  stopLater(behindTheDoor);
  await Promise.all(behindTheDoor.map((name) => launcher.start(name, envOf(name))));
  next('the door');
  stopLater(['api-gateway']);
  const doorkeeper = {
    BATON_OPERATOR_TOKEN: secrets.operatorToken,
    BATON_CALLER_PRIVATE_KEY: secrets.callerKeys.privateKey,
  };
  const door = await launcher.start('api-gateway', { ...envOf('api-gateway'), ...doorkeeper }, gatewayPort);
  return {
    gatewayOrigin: door.origin,
    sandboxOrigin: sandbox.origin,
    mailboxOrigin: mailbox.pageUrl,
    operatorToken: secrets.operatorToken,
    natsUrl: bus.url,
    analyst: { feed: options.analystFeed, natsUrl: bus.analystUrl },
    adminDatabaseUrl: database.adminUrl,
    logFolder,
    dataFolder: dataDir,
    parts: [database.name, bus.name],
    killService: (name) => launcher.kill(name),
    stop: () => started.disposeAsync(),
  };
}

/** Waits for both even where one fails: what has been started must be known to be stopped. */
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

async function startDatabase({ databaseUrl, dataDir }: StackOptions, started: AsyncDisposableStack) {
  if (databaseUrl) return { adminUrl: databaseUrl, name: 'Postgres given by DATABASE_URL' };
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  started.defer(() => postgres.stop());
  return { adminUrl: postgres.adminUrl, name: 'Postgres of our own' };
}
