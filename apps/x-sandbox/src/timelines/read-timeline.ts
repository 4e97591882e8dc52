import type { Account } from '../accounts/account.js';
import { answerWithPosts } from '../posts/answer-with-posts.js';
import { chooseFields } from '../posts/choose-fields.js';
import type { Post } from '../posts/post.js';
import { type Answer, ok } from '../wire/answer.js';
import type { ApiCall, Endpoint } from '../wire/endpoint.js';
import { resourceNotFound } from '../wire/problems.js';
import { cutPage, type Page } from './cut-page.js';
import { pageToken } from './page-token.js';
import { readTimelineQuery } from './timeline-query.js';

export const userPosts: Endpoint = {
  method: 'GET',
  path: '/2/users/:id/tweets',
  scopes: ['tweet.read', 'users.read'],
  limit: 900,
  handle: (call) => readTimeline(call, (account) => call.world.posts.newestBy(account.id)),
};

export const userMentions: Endpoint = {
  method: 'GET',
  path: '/2/users/:id/mentions',
  scopes: ['tweet.read', 'users.read'],
  limit: 300,
  handle: (call) => readTimeline(call, (account) => call.world.posts.newestMentioning(account.username)),
};

function readTimeline(call: ApiCall, timelineOf: (account: Account) => Iterable<Post>): Answer {
  const query = readTimelineQuery(call.query);
  if (!query.ok) return query.refused;
  const fields = chooseFields(call.query);
  if (!fields.ok) return fields.refused;
  const id = call.params['id'] ?? '';
  const account = call.world.accounts.get(id);
  if (!account) return ok({ errors: [resourceNotFound('user', 'id', id)] });
  const page = cutPage(timelineOf(account), query.value, call.world.now().getTime());
  return answerWithPosts(call, page.posts, fields.value, (data) =>
    data.length === 0 ? { meta: { result_count: 0 } } : { data, meta: metaOf(page) },
  );
}

function metaOf({ posts, hasMore }: Page): object {
  const oldest = posts.at(-1)?.id ?? '';
  return {
    result_count: posts.length,
    newest_id: posts[0]?.id,
    oldest_id: oldest,
    ...(hasMore ? { next_token: pageToken(oldest) } : {}),
  };
}
