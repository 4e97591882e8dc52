import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/**
 * Nest's own lines, through the same door. Its chatter is dropped; of warnings and errors the kind and the place are
 * kept, because their words may quote what was sent.
 */
export class NestLog implements LoggerService {
  constructor(private readonly facts: Log) {}

  log(): void {}
  debug(): void {}
  verbose(): void {}

  warn(_: unknown, ...rest: unknown[]): void {
    this.facts.warn('nest warned', contextIn(rest));
  }

  error(problem: unknown, ...rest: unknown[]): void {
    this.facts.fault('nest', problem, contextIn(rest));
  }

  fatal(problem: unknown, ...rest: unknown[]): void {
    this.facts.fault('nest', problem, contextIn(rest));
  }
}

/** Nest passes the class that speaks as the last argument. */
function contextIn(rest: unknown[]): { context?: string } {
  const last = rest.at(-1);
  return typeof last === 'string' ? { context: last } : {};
}
