/** What a test may change about X while it runs. Times are seconds or milliseconds, as the names say. */
export interface Settings {
  /** How long an access token lasts. X: two hours. */
  readonly accessTokenLifeS: number;
  /** How long the same text counts as a duplicate. X does not document its window. */
  readonly duplicateWindowMs: number;
  /** How long a new post stays off the timelines. X promises no delay; under load there is one. */
  readonly visibilityLagMs: number;
  /** Whether the 24-hour allowance of posts and replies refuses. Long load tests switch it off. */
  readonly enforceDayLimits: boolean;
  /** Whether likes and the like grow by themselves, the same for the same post and age. Otherwise they are what a test sets. */
  readonly engagementGrows: boolean;
  /** Requests per user and 15 minutes, by `METHOD /path`, where a test wants other numbers than X's. */
  readonly rateLimits: Readonly<Record<string, number>>;
}

export const defaultSettings: Settings = Object.freeze({
  accessTokenLifeS: 2 * 60 * 60,
  duplicateWindowMs: 24 * 60 * 60 * 1000,
  visibilityLagMs: 0,
  enforceDayLimits: true,
  engagementGrows: false,
  rateLimits: {},
});
