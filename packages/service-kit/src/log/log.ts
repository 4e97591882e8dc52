import { Injectable } from '@nestjs/common';
import pino from 'pino';

/**
 * The only fields a log line may carry: ids, counts, durations, codes, names of things. Never what a person typed, a
 * token, an address or anything about health. Fields not named here are dropped when the line is written.
 */
const allowed = [
  'service',
  'port',
  'charityId',
  'takeoverId',
  'postId',
  'accountId',
  'slotId',
  'count',
  'durationMs',
  'lagSeconds',
  'operation',
  'outcome',
  'event',
  'stream',
  'sequence',
  'reason',
  'attempt',
  'state',
  'work',
  'where',
  'code',
  'errorName',
  'constraint',
  'table',
  'status',
  'signal',
  'stack',
  'context',
  'detail',
] as const;

export type LogField = (typeof allowed)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | null | undefined>>>;
type Level = 'debug' | 'info' | 'warn' | 'error';

/** Writes facts, one JSON line each, to standard output. */
@Injectable()
export class Log {
  private readonly lines: pino.Logger;

  constructor(options: { service: string; level: Level; write?: (line: string) => void }) {
    const settings: pino.LoggerOptions = {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    };
    this.lines = options.write ? pino(settings, { write: options.write }) : pino(settings);
  }

  debug(fact: string, fields: LogFields = {}): void {
    this.lines.debug(onlyAllowed(fields), fact);
  }

  info(fact: string, fields: LogFields = {}): void {
    this.lines.info(onlyAllowed(fields), fact);
  }

  warn(fact: string, fields: LogFields = {}): void {
    this.lines.warn(onlyAllowed(fields), fact);
  }

  error(fact: string, fields: LogFields = {}): void {
    this.lines.error(onlyAllowed(fields), fact);
  }

  /** A fault: what kind it was and where it came from. Not its message, which may repeat what a person typed. */
  fault(where: string, error: unknown, fields: LogFields = {}): void {
    this.error('fault', { ...fields, where, ...describe(error) });
  }
}

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  const table = 'table' in error && typeof error.table === 'string' ? error.table : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' < ');
  return { errorName: error.name, code, constraint, table, stack };
}

const onlyAllowed = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
