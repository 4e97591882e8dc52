import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Answer, ok } from '../wire/answer.js';
import { serveUnderFaults } from '../wire/serve-under-faults.js';
import type { World } from '../world/world.js';
import { recogniseApp } from './client-credentials.js';
import { exchangeToken, TokenRequest } from './exchange-token.js';
import { missingParameter, unauthorizedClient } from './oauth-problems.js';
import { revokeToken } from './tokens.js';

const RevokeRequest = z.object({
  token: z.string().optional(),
  token_type_hint: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

export function serveTokens(server: FastifyInstance, world: World): void {
  const answers: Readonly<Record<string, (request: FastifyRequest) => Answer>> = {
    '/2/oauth2/token': (request) => answerToken(world, request),
    '/2/oauth2/revoke': (request) => answerRevoke(world, request),
  };
  for (const [path, answer] of Object.entries(answers)) {
    server.post(path, { bodyLimit: 64 * 1024 }, (request, reply) =>
      serveUnderFaults(world, request, reply, () => answer(request)),
    );
  }
}

function answerToken(world: World, request: FastifyRequest): Answer {
  const asked = TokenRequest.safeParse(request.body);
  if (!asked.success) return missingParameter('grant_type');
  return exchangeToken(world, request.headers.authorization, asked.data);
}

/** RFC 7009: a token that is not known counts as revoked. */
function answerRevoke(world: World, request: FastifyRequest): Answer {
  const asked = RevokeRequest.safeParse(request.body);
  if (!asked.success || asked.data.token === undefined) return missingParameter('token');
  const app = recogniseApp(world, { authorization: request.headers.authorization, ...asked.data });
  if (!app) return unauthorizedClient();
  revokeToken(world, asked.data.token);
  return ok({ revoked: true });
}
