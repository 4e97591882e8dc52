import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Nest's own lines, through the same door: kept at debug, as they may quote what was sent; errors by kind only. */
export class NestLog implements LoggerService {
  constructor(private readonly facts: Log) {}

  log(): void {}
  debug(): void {}
  verbose(): void {}

  warn(_: unknown, context?: string): void {
    this.facts.warn('nest warned', { context });
  }

  error(problem: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.facts.fault('nest', problem, { context: typeof context === 'string' ? context : undefined });
  }

  fatal(problem: unknown): void {
    this.facts.fault('nest', problem);
  }
}
