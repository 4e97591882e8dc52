import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import { XFailure } from './x-failure.js';
import type { XApp, XWire } from './x-wire.js';

/**
 * What Baton needs, and nothing more: posts, replies, pictures, hiding and muting, and staying connected.
 * Never `dm.*`: direct messages are not for a curator's eyes, nor for ours.
 */
export const neededScopes = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'media.write',
  'offline.access',
  'tweet.moderate.write',
  'mute.write',
] as const;

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What X granted. Lives in memory only until it is sealed. */
export interface Grant extends TokenPair {
  readonly expiresInMs: number;
  readonly scopes: readonly string[];
}

export interface XUser {
  readonly xUserId: string;
  readonly handle: string;
  readonly displayName: string;
}

/** Where a person says yes, with the PKCE verifier (RFC 7636) that only we know. */
export function authorizeLink(
  wire: XWire,
  app: XApp,
  { redirectUri, state }: { redirectUri: string; state: string },
): { authorizeUrl: string; codeVerifier: string } {
  const link = wire.asApp(app).generateOAuth2AuthLink(redirectUri, { scope: [...neededScopes], state });
  const { pathname, search } = new URL(link.url);
  return {
    authorizeUrl: new URL(pathname + search, wire.authorizeOrigin).href,
    codeVerifier: link.codeVerifier,
  };
}

export async function exchangeCode(
  wire: XWire,
  app: XApp,
  answer: { code: string; codeVerifier: string; redirectUri: string },
): Promise<Grant> {
  return grantIn(await wire.asApp(app).loginWithOAuth2(answer));
}

/** Spends the refresh token, whatever becomes of the answer. */
export async function refreshGrant(wire: XWire, app: XApp, refreshToken: string): Promise<Grant> {
  return grantIn(await wire.asApp(app).refreshOAuth2Token(refreshToken));
}

/** A person is waiting, and what they asked for is done here already. */
const revokeWithinMs = 3_000;

/**
 * Gives both tokens of a grant back to X (RFC 7009) that are not going to be used. Answers whether X took them; where it
 * did not, they lie unused until they run out, since nobody has them.
 */
export async function revokeGrant(wire: XWire, app: XApp, tokens: TokenPair): Promise<boolean> {
  const client = wire.asApp(app, revokeWithinMs);
  const revoked = await Promise.allSettled([
    client.revokeOAuth2Token(tokens.refreshToken, 'refresh_token'),
    client.revokeOAuth2Token(tokens.accessToken, 'access_token'),
  ]);
  for (const one of revoked) {
    if (one.status === 'rejected' && !(one.reason instanceof XFailure)) throw one.reason;
  }
  return revoked.every(({ status }) => status === 'fulfilled');
}

const Me = z.object({ data: z.object({ id: z.string(), username: z.string(), name: z.string() }) });

export async function whoAmI(wire: XWire, accessToken: string): Promise<XUser> {
  const { data } = parseAnswer(Me, await wire.asUser(accessToken).v2.me());
  return { xUserId: data.id, handle: data.username, displayName: data.name };
}

const Granted = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().default(''),
  expiresIn: z.number().positive(),
  scope: z.array(z.string()),
});

function grantIn(answer: object): Grant {
  const { accessToken, refreshToken, expiresIn, scope } = parseAnswer(Granted, answer);
  return { accessToken, refreshToken, expiresInMs: expiresIn * 1000, scopes: scope };
}
