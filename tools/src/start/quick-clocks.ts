/**
 * The waits of a demonstration: the same code as in production with shorter patience, so that a weekend fits into half a
 * minute. Production keeps the defaults of each service's config.
 */
export const quickClocks: Readonly<Record<string, string>> = {
  X_DEADLINE_MS: '3000',
  LANE_LEASE_MS: '6000',
  RECONCILE_FOR_MS: '4000',
  MENTIONS_POLL_MS: '1000',
  ANYONE_PER_MINUTE: '600',
};
