import type { PrepareOutcome, RemoveOutcome } from './x-account.js';
import type { WhatFailed } from './x-failure.js';

/** What a failed deletion means. X no longer having it is as good as a yes; only a clear no is one. */
export function classifyRemoval(what: WhatFailed, now: Date): RemoveOutcome {
  if (what.kind !== 'refused') return { outcome: 'later' };
  if (what.status === 404 || what.status === 410) return { outcome: 'gone' };
  if (what.status === 429)
    return { outcome: 'laterAll', at: new Date(now.getTime() + (what.waitMs ?? 60_000)) };
  return { outcome: what.status === 403 ? 'refused' : 'later' };
}

/** Without a good token nothing was asked: the account may be connected again. */
export const removalWithoutToken = (failed: PrepareOutcome): RemoveOutcome =>
  failed.outcome === 'retryAt' && failed.because === 'rateLimited'
    ? { outcome: 'laterAll', at: failed.at }
    : { outcome: 'later' };
