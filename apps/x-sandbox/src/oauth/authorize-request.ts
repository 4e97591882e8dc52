import { z } from 'zod';
import type { World } from '../world/world.js';
import { type App, allowsCallback } from './app.js';
import { parseScopes, type Scope } from './scopes.js';

/** What an app asks a person to allow. */
export interface AuthorizeRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly Scope[];
  readonly challenge: string;
  readonly challengeMethod: 's256' | 'plain';
}

const Parameters = z.object({
  response_type: z.literal('code', 'response_type must be code'),
  client_id: z.string('client_id is missing'),
  redirect_uri: z.string('redirect_uri is missing'),
  state: z.string('state is missing').min(1, 'state is missing').max(500, 'state is longer than 500'),
  scope: z.string('scope is missing'),
  code_challenge: z.string('code_challenge is missing').min(1, 'code_challenge is missing'),
  code_challenge_method: z
    .string()
    .default('plain')
    .transform((method) => method.toLowerCase())
    .pipe(z.enum(['s256', 'plain'], 'code_challenge_method must be S256 or plain')),
});

export type AuthorizeReading =
  | { readonly ok: true; readonly request: AuthorizeRequest }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads the query of /i/oauth2/authorize. Anything wrong is shown to the person and never sent to the callback:
 * an address that was not checked must not be redirected to.
 */
export function readAuthorizeRequest(world: World, parameters: unknown): AuthorizeReading {
  const read = Parameters.safeParse(parameters);
  if (!read.success)
    return { ok: false, reason: read.error.issues[0]?.message ?? 'The request is not readable' };
  const asked = read.data;
  const app = world.apps.get(asked.client_id);
  if (!app) return { ok: false, reason: 'client_id names no app' };
  if (!allowsCallback(app, asked.redirect_uri)) {
    return { ok: false, reason: 'redirect_uri is not one of the callback addresses of the app' };
  }
  const scopes = parseScopes(asked.scope);
  if (!scopes) return { ok: false, reason: 'scope is empty or holds one that X does not have' };
  return {
    ok: true,
    request: {
      app,
      redirectUri: asked.redirect_uri,
      state: asked.state,
      scopes,
      challenge: asked.code_challenge,
      challengeMethod: asked.code_challenge_method,
    },
  };
}
