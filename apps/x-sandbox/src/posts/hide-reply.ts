import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput } from '../wire/input.js';
import { forbidden, notFound } from '../wire/problems.js';

const Hiding = z.strictObject({ hidden: z.boolean() });

/** Only replies in a conversation that the account began can be hidden. */
export const hideReply: Endpoint = {
  method: 'PUT',
  path: '/2/tweets/:id/hidden',
  scopes: ['tweet.read', 'tweet.moderate.write', 'users.read'],
  limit: 50,
  handle({ world, account, params, body }) {
    const input = readInput(Hiding, body);
    if (!input.ok) return input.refused;
    const reply = world.posts.findLive(params['id'] ?? '');
    if (!reply) return notFound('The post does not exist or was deleted.');
    const root = world.posts.find(reply.conversationId);
    if (!reply.inReplyTo || root?.authorId !== account.id) {
      return forbidden('You are not permitted to hide this reply.');
    }
    world.posts.change(reply.id, { hidden: input.value.hidden });
    return ok({ data: { hidden: input.value.hidden } });
  },
};
