/** How many answers of one place count: `burst` at once, then one more every `everyMs`, `most` altogether. */
export interface Limits {
  readonly burst: number;
  readonly everyMs: number;
  readonly most: number;
}

/** What is known of a place: as of `at`, `allowance` more of it would count. */
export interface Place {
  readonly counted: number;
  readonly allowance: number;
  readonly at: Date;
}

/**
 * `near`: a /24, or a /48 of IPv6, which is what a street or a hospital has. `wide`: a /16 or /40, so that whoever rents
 * many of them next to each other is not many. Generous enough for a waiting room, mean to a machine (ADR 36).
 */
export const limits = {
  near: { burst: 8, everyMs: 5 * 60_000, most: 40 },
  wide: { burst: 40, everyMs: 60_000, most: 300 },
} as const satisfies Record<string, Limits>;

/** The place after one more answer, or undefined where it does not count. */
export function countOneMore(place: Place | undefined, now: Date, rule: Limits): Place | undefined {
  const { counted = 0, allowance = rule.burst, at = now } = place ?? {};
  const since = Math.max(0, now.getTime() - at.getTime());
  const grown = Math.min(rule.burst, allowance + since / rule.everyMs);
  if (counted >= rule.most || grown < 1) return undefined;
  return { counted: counted + 1, allowance: grown - 1, at: now };
}
