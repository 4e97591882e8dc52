import { fstatSync } from 'node:fs';
import type { ServiceName } from '@baton/contracts';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { ConfigError, readConfig, type serviceConfig } from '../config/read-config.js';
import { Log } from '../log/log.js';
import { portOf, startService } from './start-service.js';

export interface RunOptions<Schema extends typeof serviceConfig> {
  readonly name: ServiceName;
  readonly config: Schema;
  readonly module: (config: Readonly<z.output<Schema>>) => DynamicModule;
  readonly prepare?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** sysexits.h EX_CONFIG: something was found in an unconfigured or misconfigured state. */
const misconfigured = 78;
/** A stop that takes longer than this is cut short; leases and inboxes make that safe. */
const stopWithinMs = 10_000;

/**
 * The whole of a service's `main`: reads its settings, starts, tells where it listens, and stops in order on SIGTERM,
 * SIGINT, or when standard input (a pipe from whoever started it) closes.
 */
export async function runService<Schema extends typeof serviceConfig>(
  options: RunOptions<Schema>,
): Promise<void> {
  const config = readOrExit(options.config);
  const log = new Log({ service: options.name, level: config.LOG_LEVEL });
  exitOnTheUnexpected(log);
  const app = await startOrExit(options, config, log);
  stopWhenTold(app, log);
  log.info('listening', { port: portOf(app) });
}

function readOrExit<Schema extends typeof serviceConfig>(schema: Schema): Readonly<z.output<Schema>> {
  try {
    return readConfig(schema);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(misconfigured);
  }
}

/** What it stands on may not be there yet: whoever supervises this process starts it again. */
async function startOrExit<Schema extends typeof serviceConfig>(
  options: RunOptions<Schema>,
  config: Readonly<z.output<Schema>>,
  log: Log,
): Promise<NestFastifyApplication> {
  try {
    return await startService(options.module(config), config, options.prepare);
  } catch (error) {
    log.fault('start', error);
    process.exit(1);
  }
}

/** A process in an unknown state is worth less than a fresh one. */
function exitOnTheUnexpected(log: Log): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      log.fault(kind, error);
      process.exit(1);
    });
  }
}

function stopWhenTold(app: NestFastifyApplication, log: Log): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await app.close();
    log.info('stopped');
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
  const stdin = fstatSync(0);
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  // Whoever started this service holds the other end; when that process dies, however it dies, the pipe closes.
  process.stdin.on('end', () => void stop('parent gone')).resume();
}
