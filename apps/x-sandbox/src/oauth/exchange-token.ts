import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, ok } from '../wire/answer.js';
import type { World } from '../world/world.js';
import type { App } from './app.js';
import { recogniseApp } from './client-credentials.js';
import {
  invalidCode,
  invalidRedirect,
  invalidToken,
  invalidVerifier,
  missingParameter,
  unauthorizedClient,
  unsupportedGrant,
} from './oauth-problems.js';
import { type AuthorizationCode, issueTokens, spendRefreshToken } from './tokens.js';

export const TokenRequest = z.object({
  grant_type: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});
export type TokenRequest = z.output<typeof TokenRequest>;

/** POST /2/oauth2/token: a code for the first tokens, or a refresh token for the next ones. */
export function exchangeToken(world: World, authorization: string | undefined, asked: TokenRequest): Answer {
  const app = recogniseApp(world, { authorization, ...asked });
  if (!app) return unauthorizedClient();
  if (asked.grant_type === undefined) return missingParameter('grant_type');
  if (asked.grant_type === 'authorization_code') return exchangeCode(world, app, asked);
  if (asked.grant_type === 'refresh_token') return refresh(world, app, asked);
  return unsupportedGrant();
}

/** A code is used up by the first attempt, right or wrong, so that nobody guesses a verifier. */
function exchangeCode(world: World, app: App, asked: TokenRequest): Answer {
  const code = world.codes.get(asked.code ?? '');
  world.codes.delete(asked.code ?? '');
  if (!code || code.clientId !== app.clientId || code.expiresAt <= world.now().getTime())
    return invalidCode();
  if (code.redirectUri !== asked.redirect_uri) return invalidRedirect();
  if (!verifies(code, asked.code_verifier ?? '')) return invalidVerifier();
  return ok(issueTokens(world, code));
}

function verifies(code: AuthorizationCode, verifier: string): boolean {
  if (code.challengeMethod === 'plain') return verifier === code.challenge;
  return createHash('sha256').update(verifier).digest('base64url') === code.challenge.replace(/=+$/, '');
}

function refresh(world: World, app: App, asked: TokenRequest): Answer {
  const presented = asked.refresh_token ?? '';
  const token = world.refreshTokens.get(presented);
  if (token?.state !== 'live' || token.clientId !== app.clientId) return invalidToken();
  spendRefreshToken(world, presented);
  return ok(issueTokens(world, token));
}
