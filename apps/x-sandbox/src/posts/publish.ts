import type { Account } from '../accounts/account.js';
import { mediaKeyOf } from '../media/media.js';
import { announce } from '../webhooks/webhook.js';
import type { World } from '../world/world.js';
import { asWritten } from './decide-post.js';
import { noMetrics, type Poll, type Post, type ReplySetting } from './post.js';
import { renderText } from './render-text.js';

export interface Publication {
  readonly author: Account;
  readonly text: string;
  readonly parent?: Post | undefined;
  readonly quoteOf?: string | undefined;
  readonly mediaIds?: readonly string[] | undefined;
  readonly poll?: { readonly options: readonly string[]; readonly duration_minutes: number } | undefined;
  readonly replySettings?: ReplySetting | undefined;
  readonly excludedUserIds?: readonly string[] | undefined;
  readonly receivedAt: number;
  readonly visibleAfterMs: number;
}

/** Puts a post into the world, with what X adds to its text. The rules were checked before. */
export function publish(world: World, publication: Publication): Post {
  const { author, parent, receivedAt } = publication;
  const id = world.nextId();
  const now = world.now().getTime();
  const mediaIds = publication.mediaIds ?? [];
  const written = asWritten(publication.text);
  const { text, entities } = renderText({
    id,
    username: author.username,
    written,
    replyMentions: replyMentions(world, publication),
    mediaKeys: mediaIds.map(mediaKeyOf),
  });
  const post: Post = {
    id,
    authorId: author.id,
    written,
    text,
    entities,
    conversationId: parent?.conversationId ?? id,
    inReplyTo: parent ? { postId: parent.id, authorId: parent.authorId } : undefined,
    quoteOf: publication.quoteOf,
    mediaIds,
    poll: publication.poll ? openPoll(world, publication.poll, now) : undefined,
    replySettings: publication.replySettings ?? 'everyone',
    receivedAt,
    appliedAt: now,
    visibleAt: now + publication.visibleAfterMs,
    hidden: false,
    life: { state: 'live' },
    metrics: noMetrics,
  };
  world.posts.add(post);
  announce(world, post);
  if (parent) countReply(world, parent.id, 1);
  return post;
}

export function remove(world: World, post: Post): void {
  world.posts.change(post.id, { life: { state: 'deleted', at: world.now().getTime() } });
  if (post.inReplyTo) countReply(world, post.inReplyTo.postId, -1);
}

function countReply(world: World, postId: string, by: 1 | -1): void {
  const post = world.posts.find(postId);
  if (!post) return;
  const metrics = { ...post.metrics, reply_count: Math.max(0, post.metrics.reply_count + by) };
  world.posts.change(postId, { metrics });
}

/** X puts whom a reply answers in front of its text: the author, then those the author mentioned. */
function replyMentions(
  world: World,
  { author, parent, text, excludedUserIds }: Publication,
): readonly string[] {
  if (!parent) return [];
  const parentAuthor = world.accounts.get(parent.authorId);
  const named = [
    ...(parentAuthor ? [parentAuthor.username] : []),
    ...parent.entities.mentions.map((m) => m.username),
  ];
  const excluded = new Set(
    (excludedUserIds ?? []).map((id) => world.accounts.get(id)?.username.toLowerCase()),
  );
  excluded.add(author.username.toLowerCase());
  const mentions: string[] = [];
  for (const username of named) {
    const key = username.toLowerCase();
    if (excluded.has(key) || text.toLowerCase().includes(`@${key}`)) continue;
    excluded.add(key);
    mentions.push(username);
  }
  return mentions;
}

function openPoll(
  world: World,
  poll: { options: readonly string[]; duration_minutes: number },
  now: number,
): Poll {
  return {
    id: world.nextId(),
    options: poll.options,
    durationMinutes: poll.duration_minutes,
    endsAt: new Date(now + poll.duration_minutes * 60_000),
  };
}
