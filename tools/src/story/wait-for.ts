import { setTimeout as pause } from 'node:timers/promises';

/** Looks every 100 ms until `look` finds something, for at most `forMs`; the error says what was waited for. */
export async function waitFor<T>(
  what: string,
  forMs: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const giveUpAt = Date.now() + forMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`waited ${forMs / 1000} s in vain for ${what}`);
    await pause(100);
  }
}
