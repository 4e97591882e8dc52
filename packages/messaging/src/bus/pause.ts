import { setTimeout } from 'node:timers/promises';

/** Resolves after `ms`, or as soon as the signal is aborted. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** For stopping: waits for what should be quick, but not for ever when the other side is gone. Never rejects. */
export async function withinAMoment(quick: Promise<unknown>, momentMs = 2_000): Promise<void> {
  const over = new AbortController();
  await Promise.race([quick.catch(() => undefined), pause(momentMs, over.signal)]);
  over.abort();
}
