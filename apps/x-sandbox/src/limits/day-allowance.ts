import type { Account } from '../accounts/account.js';
import type { World } from '../world/world.js';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Posts and replies an account may write in 24 hours, counted apart. Unverified: 50 and 200 (X, 2026);
 * verified accounts keep the older 2,400.
 */
function dayLimit(account: Account, kind: 'post' | 'reply'): number {
  if (account.verified) return 2_400;
  return kind === 'post' ? 50 : 200;
}

export interface DayAllowance {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
}

/** What is left today. The day is the 24 hours behind us: it resets when its oldest post falls out of it. */
export function dayAllowance(world: World, account: Account, kind: 'post' | 'reply'): DayAllowance {
  const now = world.now().getTime();
  let used = 0;
  let oldest = now;
  for (const post of world.posts.newestBy(account.id)) {
    if (post.appliedAt <= now - dayMs) break;
    if ((post.inReplyTo === undefined) !== (kind === 'post')) continue;
    used += 1;
    oldest = post.appliedAt;
  }
  const limit = dayLimit(account, kind);
  return { limit, remaining: Math.max(0, limit - used), resetAt: oldest + dayMs };
}

export function dayHeaders(allowance: DayAllowance): Record<string, string> {
  return {
    'x-user-limit-24hour-limit': String(allowance.limit),
    'x-user-limit-24hour-remaining': String(allowance.remaining),
    'x-user-limit-24hour-reset': String(Math.ceil(allowance.resetAt / 1000)),
  };
}
