import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountNamed } from '../accounts/account.js';
import { sendPage } from '../page/send-page.js';
import type { World } from '../world/world.js';
import { authorizeErrorPage, authorizePage } from './authorize-page.js';
import { type AuthorizeRequest, readAuthorizeRequest } from './authorize-request.js';
import { codeLifeMs, newToken } from './tokens.js';

const Decision = z.object({
  decision: z.enum(['allow', 'deny']),
  /** The first account when none is named, so that a script need not know any. */
  username: z.string().optional(),
});

const path = '/i/oauth2/authorize';

/**
 * The page on which the charity allows an app. A script does the same without a browser: POST `decision=allow`
 * (and `username`) to the address it would have opened, and read `Location` from the 302.
 */
export function serveAuthorize(server: FastifyInstance, world: World): void {
  server.get(path, (request, reply) => showAuthorize(world, request, reply));
  server.post(path, { bodyLimit: 64 * 1024 }, (request, reply) => decideAuthorize(world, request, reply));
}

function showAuthorize(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const read = readAuthorizeRequest(world, request.query);
  if (!read.ok) return sendPage(reply, 400, authorizeErrorPage(read.reason));
  return sendPage(reply, 200, authorizePage(read.request, [...world.accounts.values()]));
}

function decideAuthorize(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const read = readAuthorizeRequest(world, request.query);
  if (!read.ok) return sendPage(reply, 400, authorizeErrorPage(read.reason));
  const decision = Decision.safeParse(request.body);
  if (!decision.success) return sendPage(reply, 400, authorizeErrorPage('The decision is missing'));
  const { username } = decision.data;
  const account =
    username === undefined ? world.accounts.values().next().value : accountNamed(world, username);
  if (!account) return sendPage(reply, 400, authorizeErrorPage('There is no such account'));
  const outcome: Record<string, string> =
    decision.data.decision === 'allow'
      ? { code: issueCode(world, read.request, account.id) }
      : { error: 'access_denied' };
  return reply.redirect(callback(read.request, outcome), 302);
}

function issueCode(world: World, request: AuthorizeRequest, accountId: string): string {
  const code = newToken();
  world.codes.set(code, {
    clientId: request.app.clientId,
    accountId,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    challenge: request.challenge,
    challengeMethod: request.challengeMethod,
    expiresAt: world.now().getTime() + codeLifeMs,
  });
  return code;
}

function callback(request: AuthorizeRequest, outcome: Readonly<Record<string, string>>): string {
  const url = new URL(request.redirectUri);
  url.searchParams.set('state', request.state);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  return url.href;
}
