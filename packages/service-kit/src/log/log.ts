import { Injectable } from '@nestjs/common';
import pino from 'pino';
import { describeFault } from './describe-fault.js';
import { allowedFields, type LogFields } from './log-fields.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * A text known when the code was written: what is put together at run time is a field, or does not compile. (Only a
 * literal makes a record with a property that an empty object lacks; `string` and `hello ${string}` make it an index.)
 */
type Constant<Text extends string> = Record<never, never> extends Record<Text, true> ? never : Text;

/** Writes facts, one JSON line each, to standard output. */
@Injectable()
export class Log {
  private readonly lines: pino.Logger;

  constructor(options: { service: string; level: LogLevel; write?: (line: string) => void }) {
    const settings: pino.LoggerOptions = {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    };
    this.lines = options.write ? pino(settings, { write: options.write }) : pino(settings);
  }

  debug<Fact extends string>(fact: Constant<Fact>, fields: LogFields = {}): void {
    this.lines.debug(allowedFields(fields), fact);
  }

  info<Fact extends string>(fact: Constant<Fact>, fields: LogFields = {}): void {
    this.lines.info(allowedFields(fields), fact);
  }

  warn<Fact extends string>(fact: Constant<Fact>, fields: LogFields = {}): void {
    this.lines.warn(allowedFields(fields), fact);
  }

  error<Fact extends string>(fact: Constant<Fact>, fields: LogFields = {}): void {
    this.lines.error(allowedFields(fields), fact);
  }

  /** A fault: its kind and its stack's frames, without its message (see `describeFault`). */
  fault(where: string, error: unknown, fields: LogFields = {}): void {
    const { fields: kind, frames } = describeFault(error);
    this.lines.error({ ...allowedFields({ ...fields, where, ...kind }), frames }, 'fault');
  }
}
