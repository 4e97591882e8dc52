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

/**
 * What comes of `work`, or undefined as soon as the signal is aborted: for questions to a server that may be gone. What
 * comes of abandoned work is ignored, so it must hold nothing that has to be given back.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const aborted = Promise.withResolvers<undefined>();
  const abandon = () => aborted.resolve(undefined);
  if (signal.aborted) abandon();
  signal.addEventListener('abort', abandon, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}
