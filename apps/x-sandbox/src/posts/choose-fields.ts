import { z } from 'zod';
import { type Read, readInput } from '../wire/input.js';

const postFields = [
  'article',
  'article_title',
  'attachments',
  'author_id',
  'card_uri',
  'community_id',
  'context_annotations',
  'conversation_id',
  'created_at',
  'display_text_range',
  'edit_controls',
  'edit_history_tweet_ids',
  'entities',
  'geo',
  'id',
  'in_reply_to_user_id',
  'lang',
  'matched_media_notes',
  'media_metadata',
  'non_public_metrics',
  'note_post',
  'note_request_suggestions',
  'note_tweet',
  'organic_metrics',
  'paid_partnership',
  'possibly_sensitive',
  'promoted_metrics',
  'public_metrics',
  'referenced_tweets',
  'reply_settings',
  'scopes',
  'source',
  'suggested_source_links',
  'suggested_source_links_with_counts',
  'text',
  'withheld',
] as const;
const userFields = [
  'created_at',
  'description',
  'entities',
  'id',
  'location',
  'name',
  'pinned_tweet_id',
  'profile_image_url',
  'protected',
  'public_metrics',
  'url',
  'username',
  'verified',
  'verified_type',
  'withheld',
] as const;
const mediaFields = [
  'alt_text',
  'duration_ms',
  'height',
  'media_key',
  'preview_image_url',
  'public_metrics',
  'type',
  'url',
  'variants',
  'width',
] as const;
const pollFields = ['duration_minutes', 'end_datetime', 'id', 'options', 'voting_status'] as const;
const expansions = [
  'attachments.media_keys',
  'attachments.poll_ids',
  'author_id',
  'entities.mentions.username',
  'in_reply_to_user_id',
  'referenced_posts',
  'referenced_tweets.id',
  'referenced_tweets.id.author_id',
] as const;

const list = <T extends string>(known: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(known)))
    .transform((chosen): ReadonlySet<string> => new Set(chosen))
    .default(new Set());

const Fields = z.object({
  'tweet.fields': list(postFields),
  /** The newer name, which X's own SDK sends. */
  'post.fields': list(postFields),
  'user.fields': list(userFields),
  'media.fields': list(mediaFields),
  'poll.fields': list(pollFields),
  expansions: list(expansions),
});

/** Which fields and expansions a read asked for. A name X does not know is a 400; some known ones stay empty here. */
export interface ChosenFields {
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly poll: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
}

export function chooseFields(query: Readonly<Record<string, string>>): Read<ChosenFields> {
  const read = readInput(Fields, query);
  if (!read.ok) return read;
  const { expansions: expanded, ...chosen } = read.value;
  return {
    ok: true,
    value: {
      post: new Set([...chosen['tweet.fields'], ...chosen['post.fields']]),
      user: chosen['user.fields'],
      media: chosen['media.fields'],
      poll: chosen['poll.fields'],
      expansions: expanded.has('referenced_posts')
        ? new Set([...expanded, 'referenced_tweets.id'])
        : expanded,
    },
  };
}
