import { accountNamed } from '../accounts/account.js';
import { userView } from '../accounts/user-view.js';
import { affords, charge, price } from '../limits/credit.js';
import { mediaView } from '../media/media-view.js';
import { type Answer, ok } from '../wire/answer.js';
import type { ApiCall } from '../wire/endpoint.js';
import { outOfCredit } from '../wire/problems.js';
import type { ChosenFields } from './choose-fields.js';
import { grownMetrics } from './grown-metrics.js';
import type { Post } from './post.js';
import { pollView, postView, referencedPosts } from './post-view.js';

/** Answers a read of posts with what was expanded, and charges the app for each post read. */
export function answerWithPosts(
  call: ApiCall,
  posts: readonly Post[],
  fields: ChosenFields,
  arrange: (views: readonly object[]) => object,
): Answer {
  const cost = posts.reduce(
    (sum, { authorId }) => sum + (authorId === call.account.id ? price.ownPostRead : price.postRead),
    0,
  );
  if (!affords(call.app, cost)) return outOfCredit();
  charge(call.world, call.app.clientId, cost);
  const views = posts.map((post) => postView(asItIs(call, post), fields.post, fields.expansions));
  const includes = expand(call, posts, fields);
  const arranged = arrange(views);
  return ok(Object.keys(includes).length > 0 ? { ...arranged, includes } : arranged);
}

function expand({ world }: ApiCall, posts: readonly Post[], fields: ChosenFields): object {
  const asked = (expansion: string) => fields.expansions.has(expansion);
  const referenced = posts.flatMap(referencedPosts).flatMap(({ id }) => world.posts.findLive(id) ?? []);
  const userIds = new Set<string>();
  if (asked('author_id')) for (const post of posts) userIds.add(post.authorId);
  if (asked('in_reply_to_user_id'))
    for (const { inReplyTo } of posts) if (inReplyTo) userIds.add(inReplyTo.authorId);
  if (asked('referenced_tweets.id.author_id')) for (const post of referenced) userIds.add(post.authorId);
  if (asked('entities.mentions.username')) {
    for (const { username } of posts.flatMap((post) => post.entities.mentions)) {
      const mentioned = accountNamed(world, username);
      if (mentioned) userIds.add(mentioned.id);
    }
  }
  const tweets =
    asked('referenced_tweets.id') || asked('referenced_tweets.id.author_id') ? unique(referenced) : [];
  const mediaIds = asked('attachments.media_keys') ? new Set(posts.flatMap((post) => post.mediaIds)) : [];
  const polls = asked('attachments.poll_ids') ? posts.flatMap((post) => post.poll ?? []) : [];
  return withoutEmpty({
    users: [...userIds]
      .flatMap((id) => world.accounts.get(id) ?? [])
      .map((user) => userView(user, fields.user)),
    tweets: tweets.map((post) => postView(asItIs({ world }, post), fields.post, new Set())),
    media: [...mediaIds]
      .flatMap((id) => world.media.get(id) ?? [])
      .map((one) => mediaView(one, fields.media)),
    polls: polls.map((poll) => pollView(poll, fields.poll, world.now())),
  });
}

const asItIs = ({ world }: Pick<ApiCall, 'world'>, post: Post): Post => ({
  ...post,
  metrics: grownMetrics(world, post),
});

function unique(posts: readonly Post[]): readonly Post[] {
  return [...new Map(posts.map((post) => [post.id, post])).values()];
}

function withoutEmpty(lists: Readonly<Record<string, readonly object[]>>): object {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
