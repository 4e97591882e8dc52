import { setTimeout } from 'node:timers/promises';

/** Wakes one sleeper. Ringing while nobody sleeps is remembered, so that no wake is lost. */
export class Bell {
  private rung = Promise.withResolvers<void>();

  ring(): void {
    this.rung.resolve();
  }

  /** Resolves when the bell has been rung since the last time, after `ms`, or when the signal is aborted. */
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    const awake = new AbortController();
    const timeout = setTimeout(ms, undefined, { signal: AbortSignal.any([signal, awake.signal]) });
    await Promise.race([this.rung.promise, timeout.catch(() => undefined)]);
    awake.abort();
    this.rung = Promise.withResolvers<void>();
  }
}
