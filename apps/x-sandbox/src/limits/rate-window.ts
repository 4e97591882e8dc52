const windowMs = 15 * 60 * 1000;

/** One user's requests to one endpoint. X's windows are fixed: the first request opens one of 15 minutes. */
export interface RateWindow {
  readonly openedAt: number;
  readonly used: number;
}

export interface Counted {
  readonly window: RateWindow;
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts one request more and says where that leaves the user. Pure. */
export function countRequest(before: RateWindow | undefined, limit: number, now: number): Counted {
  const open = before && now < before.openedAt + windowMs ? before : { openedAt: now, used: 0 };
  const exceeded = open.used >= limit;
  const window = exceeded ? open : { ...open, used: open.used + 1 };
  return {
    window,
    exceeded,
    headers: rateHeaders({ limit, remaining: limit - window.used, resetAt: open.openedAt + windowMs }),
  };
}

export function rateHeaders(rate: {
  limit: number;
  remaining: number;
  resetAt: number;
}): Record<string, string> {
  return {
    'x-rate-limit-limit': String(rate.limit),
    'x-rate-limit-remaining': String(rate.remaining),
    'x-rate-limit-reset': String(Math.ceil(rate.resetAt / 1000)),
  };
}
