import { mediaKeyOf } from '../media/media.js';
import type { Poll, Post } from './post.js';

/** A post as the API shows it: three fields always, the rest when asked for (or needed by an expansion). */
export function postView(post: Post, fields: ReadonlySet<string>, expansions: ReadonlySet<string>): object {
  const wanted = (field: string, expansion?: string) =>
    fields.has(field) || (expansion !== undefined && expansions.has(expansion));
  const view: Record<string, unknown> = {
    id: post.id,
    text: post.text,
    edit_history_tweet_ids: [post.id],
  };
  const attached = attachments(post);
  if (
    attached &&
    (wanted('attachments', 'attachments.media_keys') || expansions.has('attachments.poll_ids'))
  ) {
    view['attachments'] = attached;
  }
  if (wanted('author_id', 'author_id')) view['author_id'] = post.authorId;
  if (wanted('conversation_id')) view['conversation_id'] = post.conversationId;
  if (wanted('created_at')) view['created_at'] = new Date(post.appliedAt).toISOString();
  if (wanted('entities', 'entities.mentions.username') && hasEntities(post))
    view['entities'] = entities(post);
  if (post.inReplyTo && wanted('in_reply_to_user_id', 'in_reply_to_user_id')) {
    view['in_reply_to_user_id'] = post.inReplyTo.authorId;
  }
  if (wanted('lang')) view['lang'] = 'en';
  if (wanted('possibly_sensitive')) view['possibly_sensitive'] = false;
  if (wanted('public_metrics')) view['public_metrics'] = post.metrics;
  const referenced = referencedPosts(post);
  const expandsReferences = expansions.has('referenced_tweets.id.author_id');
  if (referenced.length > 0 && (wanted('referenced_tweets', 'referenced_tweets.id') || expandsReferences)) {
    view['referenced_tweets'] = referenced;
  }
  if (wanted('reply_settings')) view['reply_settings'] = post.replySettings;
  return view;
}

export function referencedPosts(post: Post): readonly { type: 'replied_to' | 'quoted'; id: string }[] {
  return [
    ...(post.inReplyTo ? [{ type: 'replied_to' as const, id: post.inReplyTo.postId }] : []),
    ...(post.quoteOf === undefined ? [] : [{ type: 'quoted' as const, id: post.quoteOf }]),
  ];
}

export function pollView(poll: Poll, fields: ReadonlySet<string>, now: Date): object {
  const view: Record<string, unknown> = {
    id: poll.id,
    options: poll.options.map((label, index) => ({ position: index + 1, label, votes: 0 })),
  };
  if (fields.has('duration_minutes')) view['duration_minutes'] = poll.durationMinutes;
  if (fields.has('end_datetime')) view['end_datetime'] = poll.endsAt.toISOString();
  if (fields.has('voting_status')) view['voting_status'] = now < poll.endsAt ? 'open' : 'closed';
  return view;
}

function attachments(post: Post): object | undefined {
  if (post.poll) return { poll_ids: [post.poll.id] };
  return post.mediaIds.length > 0 ? { media_keys: post.mediaIds.map(mediaKeyOf) } : undefined;
}

function hasEntities({ entities }: Post): boolean {
  return entities.urls.length + entities.mentions.length + entities.hashtags.length > 0;
}

function entities({ entities: { urls, mentions, hashtags } }: Post): object {
  return {
    ...(urls.length > 0 ? { urls } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(hashtags.length > 0 ? { hashtags } : {}),
  };
}
