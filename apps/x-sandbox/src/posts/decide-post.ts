import type { Account } from '../accounts/account.js';
import type { Media } from '../media/media.js';
import type { Answer } from '../wire/answer.js';
import { forbidden, invalidParameter, invalidRequest } from '../wire/problems.js';
import type { NewPost } from './new-post.js';
import type { Post } from './post.js';
import { maxWeight, weighText } from './weigh-text.js';

/** What X looks at before it publishes. */
export interface PostFacts {
  readonly author: Account;
  readonly post: NewPost;
  /** The post replied to, if it exists and is not deleted. */
  readonly parent: Post | undefined;
  /** Author of the post that `parent` quotes, if it quotes one. */
  readonly quotedByParent: string | undefined;
  readonly media: readonly (Media | undefined)[];
  /** The author's posts that are recent enough to count as duplicates. */
  readonly recent: Iterable<Post>;
}

/** X's refusal of a post, or nothing. Pure; the order is this sandbox's, X documents none. */
export function refusalOf(facts: PostFacts): Answer | undefined {
  return (
    refusalOfShape(facts.post) ??
    refusalOfMedia(facts) ??
    refusalOfReply(facts) ??
    refusalOfLength(facts.post) ??
    refusalOfDuplicate(facts)
  );
}

function refusalOfShape(post: NewPost): Answer | undefined {
  if (post.quote_tweet_id !== undefined) {
    return forbidden('Quoting posts is not available at your access level.');
  }
  if (post.media && post.poll) {
    return invalidRequest({
      parameters: { media: [''], poll: [''] },
      message: 'Only one of media, poll and quote_tweet_id can be provided.',
    });
  }
  if (post.text.trim() === '' && !post.media) {
    return invalidParameter('text', post.text, 'A post needs text or media.');
  }
  return undefined;
}

function refusalOfMedia({ post, media, author }: PostFacts): Answer | undefined {
  const ids = post.media?.media_ids ?? [];
  const ready = media.filter((one) => one?.state === 'ready' && one.ownerId === author.id);
  if (ready.length !== ids.length || new Set(ids).size !== ids.length) {
    return invalidParameter('media.media_ids', ids.join(','), 'Your media IDs are invalid.');
  }
  if (ids.length > 1 && ready.some((one) => one?.mediaType === 'image/gif')) {
    return invalidParameter('media.media_ids', ids.join(','), 'A post takes four images or one GIF.');
  }
  return undefined;
}

/** Self-serve apps may answer only who mentioned or quoted the account, and continue their own threads. */
function refusalOfReply({ post, parent, author, quotedByParent }: PostFacts): Answer | undefined {
  if (!post.reply) return undefined;
  if (!parent) return forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
  if (parent.authorId === author.id || quotedByParent === author.id) return undefined;
  const name = author.username.toLowerCase();
  if (parent.entities.mentions.some(({ username }) => username.toLowerCase() === name)) return undefined;
  return forbidden(
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  );
}

function refusalOfLength(post: NewPost): Answer | undefined {
  if (weighText(post.text) <= maxWeight) return undefined;
  return forbidden(
    'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
  );
}

/**
 * The same words to the same place. A picture gets a new link each time, so posts with media never equal another.
 */
function refusalOfDuplicate({ post, recent }: PostFacts): Answer | undefined {
  if (post.media) return undefined;
  const written = asWritten(post.text);
  for (const earlier of recent) {
    const samePlace = earlier.inReplyTo?.postId === post.reply?.in_reply_to_tweet_id;
    if (
      samePlace &&
      earlier.life.state === 'live' &&
      earlier.mediaIds.length === 0 &&
      earlier.written === written
    ) {
      return forbidden('You are not allowed to create a Tweet with duplicate content.');
    }
  }
  return undefined;
}

/** X stores composed characters and drops white space at the ends. */
export function asWritten(text: string): string {
  return text.normalize('NFC').trim();
}
