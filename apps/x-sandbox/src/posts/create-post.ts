import { affords, charge, price } from '../limits/credit.js';
import { dayAllowance, dayHeaders } from '../limits/day-allowance.js';
import { type Answer, created, withHeaders } from '../wire/answer.js';
import type { ApiCall, Endpoint } from '../wire/endpoint.js';
import { readInput } from '../wire/input.js';
import { outOfCredit, tooManyRequests } from '../wire/problems.js';
import { refusalOf } from './decide-post.js';
import { NewPost } from './new-post.js';
import type { Post } from './post.js';
import { publish } from './publish.js';
import { containsUrl } from './render-text.js';

/** POST /2/tweets. There is no idempotency key: the same call twice is two posts, or a duplicate. */
export const createPost: Endpoint = {
  method: 'POST',
  path: '/2/tweets',
  scopes: ['tweet.read', 'tweet.write', 'users.read'],
  limit: 100,
  handle(call) {
    const input = readInput(NewPost, call.body);
    if (!input.ok) return input.refused;
    const kind = input.value.reply ? 'reply' : 'post';
    const answer = createWithin(call, input.value, kind);
    return withHeaders(answer, dayHeaders(dayAllowance(call.world, call.account, kind)));
  },
};

function createWithin(call: ApiCall, input: NewPost, kind: 'post' | 'reply'): Answer {
  const { world, account, app } = call;
  const parent = input.reply && world.posts.findLive(input.reply.in_reply_to_tweet_id);
  const refused = refusalOf({
    author: account,
    post: input,
    parent,
    quotedByParent: parent?.quoteOf === undefined ? undefined : world.posts.find(parent.quoteOf)?.authorId,
    media: (input.media?.media_ids ?? []).map((id) => world.media.get(id)),
    recent: recentPosts(call),
  });
  if (refused) return refused;
  if (world.settings.enforceDayLimits && dayAllowance(world, account, kind).remaining === 0) {
    return tooManyRequests();
  }
  const cost = costOf(input, parent, account.id);
  if (!affords(app, cost)) return outOfCredit();
  const post = publish(world, {
    author: account,
    text: input.text,
    parent,
    mediaIds: input.media?.media_ids,
    poll: input.poll,
    replySettings: input.reply_settings ?? input.poll?.reply_settings,
    excludedUserIds: input.reply?.exclude_reply_user_ids,
    receivedAt: call.receivedAt,
    visibleAfterMs: call.visibleAfterMs,
  });
  charge(world, app.clientId, cost);
  return created({ data: { id: post.id, text: post.text, edit_history_tweet_ids: [post.id] } });
}

function* recentPosts({ world, account }: ApiCall): Generator<Post> {
  const since = world.now().getTime() - world.settings.duplicateWindowMs;
  for (const post of world.posts.newestBy(account.id)) {
    if (post.appliedAt < since) return;
    yield post;
  }
}

function costOf(input: NewPost, parent: Post | undefined, authorId: string): number {
  if (containsUrl(input.text)) return price.postWithUrl;
  return parent && parent.authorId !== authorId ? price.summonedReply : price.post;
}
