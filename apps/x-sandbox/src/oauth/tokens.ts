import { randomBytes } from 'node:crypto';
import type { World } from '../world/world.js';
import type { Scope } from './scopes.js';

/** What an account allowed an app to do. */
export interface Grant {
  readonly clientId: string;
  readonly accountId: string;
  readonly scopes: readonly Scope[];
}

/** X gives an authorization code thirty seconds, and one use. */
export const codeLifeMs = 30_000;

export interface AuthorizationCode extends Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly challengeMethod: 's256' | 'plain';
  readonly expiresAt: number;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
  readonly state: 'live' | 'revoked';
}

/** Single use: a refresh spends it and gives the next. */
export interface RefreshToken extends Grant {
  readonly state: 'live' | 'spent' | 'revoked';
}

/** The answer of the token endpoint. `refresh_token` only where `offline.access` was granted. */
export interface TokenAnswer {
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope: string;
  readonly refresh_token?: string;
}

export function issueTokens(world: World, grant: Grant): TokenAnswer {
  const { clientId, accountId, scopes } = grant;
  const lifeS = world.settings.accessTokenLifeS;
  const accessToken = newToken();
  const expiresAt = world.now().getTime() + lifeS * 1000;
  world.accessTokens.set(accessToken, { clientId, accountId, scopes, expiresAt, state: 'live' });
  const answer: TokenAnswer = {
    token_type: 'bearer',
    expires_in: lifeS,
    access_token: accessToken,
    scope: scopes.join(' '),
  };
  if (!scopes.includes('offline.access')) return answer;
  const refreshToken = newToken();
  world.refreshTokens.set(refreshToken, { clientId, accountId, scopes, state: 'live' });
  return { ...answer, refresh_token: refreshToken };
}

export function spendRefreshToken(world: World, token: string): void {
  const known = world.refreshTokens.get(token);
  if (known?.state === 'live') world.refreshTokens.set(token, { ...known, state: 'spent' });
}

export function spendRefreshTokensOf(world: World, accountId: string): void {
  for (const [token, { accountId: owner }] of world.refreshTokens) {
    if (owner === accountId) spendRefreshToken(world, token);
  }
}

export function revokeToken(world: World, token: string): void {
  const access = world.accessTokens.get(token);
  if (access) world.accessTokens.set(token, { ...access, state: 'revoked' });
  const refresh = world.refreshTokens.get(token);
  if (refresh) world.refreshTokens.set(token, { ...refresh, state: 'revoked' });
}

/** What the account's owner does under "connected apps": every token of the account ends. */
export function revokeTokensOf(world: World, accountId: string): void {
  for (const tokens of [world.accessTokens, world.refreshTokens]) {
    for (const [token, { accountId: owner }] of tokens) {
      if (owner === accountId) revokeToken(world, token);
    }
  }
}

export function newToken(): string {
  return randomBytes(48).toString('base64url');
}
