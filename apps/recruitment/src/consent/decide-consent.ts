import type { ConsentState } from '@baton/contracts';
import type { z } from 'zod';

/** The last thing somebody said about a channel. */
export interface LastWord {
  readonly said: 'yes' | 'no';
  /** Null: until it is withdrawn. */
  readonly until: Date | null;
}

/** What holds now, by the last word alone: a no ends every yes before it, and a new yes needs no history. */
export function decideConsent(lastWord: LastWord | undefined, now: Date): z.infer<typeof ConsentState> {
  if (!lastWord) return 'notAsked';
  if (lastWord.said === 'no') return 'withdrawn';
  return lastWord.until !== null && lastWord.until <= now ? 'lapsed' : 'given';
}
