import type { Account } from '../accounts/account.js';
import type { World } from '../world/world.js';
import type { App } from './app.js';
import type { AccessToken } from './tokens.js';

export interface RecognisedCaller {
  readonly account: Account;
  readonly app: App;
  readonly token: AccessToken;
}

/** Who a bearer token speaks for, whatever its state: faults and records are addressed by account. */
export function recogniseCaller(
  world: World,
  authorization: string | undefined,
): RecognisedCaller | undefined {
  const presented = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  const token = presented === undefined ? undefined : world.accessTokens.get(presented);
  if (!token) return undefined;
  const account = world.accounts.get(token.accountId);
  const app = world.apps.get(token.clientId);
  return account && app ? { account, app, token } : undefined;
}
