import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { forbidden, notFound } from '../wire/problems.js';
import { remove } from './publish.js';

export const deletePost: Endpoint = {
  method: 'DELETE',
  path: '/2/tweets/:id',
  scopes: ['tweet.read', 'tweet.write', 'users.read'],
  limit: 50,
  handle({ world, account, params }) {
    const post = world.posts.findLive(params['id'] ?? '');
    if (!post) return notFound('The post does not exist or was deleted.');
    if (post.authorId !== account.id) return forbidden('You are not authorized to delete this Tweet.');
    remove(world, post);
    return ok({ data: { deleted: true } });
  },
};
