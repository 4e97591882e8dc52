import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput, snowflake } from '../wire/input.js';
import { resourceNotFound } from '../wire/problems.js';
import { answerWithPosts } from './answer-with-posts.js';
import { chooseFields } from './choose-fields.js';
import type { Post } from './post.js';

const Id = z.object({ id: snowflake });
const Ids = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(snowflake).min(1).max(100)),
});

export const lookUpPost: Endpoint = {
  method: 'GET',
  path: '/2/tweets/:id',
  scopes: ['tweet.read', 'users.read'],
  limit: 900,
  handle(call) {
    const input = readInput(Id, call.params);
    if (!input.ok) return input.refused;
    const fields = chooseFields(call.query);
    if (!fields.ok) return fields.refused;
    const post = call.world.posts.findLive(input.value.id);
    if (!post) return ok({ errors: [resourceNotFound('tweet', 'id', input.value.id)] });
    return answerWithPosts(call, [post], fields.value, ([data]) => ({ data }));
  },
};

export const lookUpPosts: Endpoint = {
  method: 'GET',
  path: '/2/tweets',
  scopes: ['tweet.read', 'users.read'],
  limit: 900,
  handle(call) {
    const input = readInput(Ids, call.query);
    if (!input.ok) return input.refused;
    const fields = chooseFields(call.query);
    if (!fields.ok) return fields.refused;
    const found: Post[] = [];
    const errors: object[] = [];
    for (const id of input.value.ids) {
      const post = call.world.posts.findLive(id);
      if (post) found.push(post);
      else errors.push(resourceNotFound('tweet', 'ids', id));
    }
    return answerWithPosts(call, found, fields.value, (data) => ({
      ...(data.length > 0 ? { data } : {}),
      ...(errors.length > 0 ? { errors } : {}),
    }));
  },
};
