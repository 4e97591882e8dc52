import type { Account } from '../accounts/account.js';
import type { App } from '../oauth/app.js';
import type { Scope } from '../oauth/scopes.js';
import type { World } from '../world/world.js';
import type { Answer } from './answer.js';

/** One call of the API by an account that was recognised, is in good standing and within its limits. */
export interface ApiCall {
  readonly world: World;
  readonly account: Account;
  readonly app: App;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** When the request reached this server, in milliseconds. */
  readonly receivedAt: number;
  /** How much later than usual what this call writes shows on timelines. */
  readonly visibleAfterMs: number;
}

/** One endpoint of X's API: what it costs in scopes and requests, and what it does. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/2/${string}`;
  readonly scopes: readonly Scope[];
  /** Requests per user and 15 minutes (docs.x.com, "Rate limits"). */
  readonly limit: number;
  readonly bodyLimitBytes?: number;
  readonly handle: (call: ApiCall) => Answer;
}
