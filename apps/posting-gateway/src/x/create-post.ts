import type { SendTweetV2Params } from 'twitter-api-v2';
import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import type { PostWords } from './x-account.js';
import type { HearsHeaders, XWire } from './x-wire.js';

export interface PostForX extends PostWords {
  readonly accessToken: string;
  readonly xMediaIds: readonly string[];
}

/** X's ids are whole numbers too large for JavaScript's, so they stay text. */
const Created = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });

/** The one call that may not be repeated. Answers the post's id on X, or throws an `XFailure`. */
export async function createPost(
  wire: XWire,
  post: PostForX,
  { deadlineMs, hear }: { readonly deadlineMs: number; readonly hear?: HearsHeaders },
): Promise<string> {
  const client = wire.asUser(post.accessToken, deadlineMs, hear);
  return parseAnswer(Created, await client.v2.tweet(bodyOf(post))).data.id;
}

const bodyOf = ({
  text,
  poll,
  replySettings = 'everyone',
  replyToXPostId,
  xMediaIds,
}: PostForX): SendTweetV2Params => ({
  text,
  ...(replySettings === 'everyone' ? {} : { reply_settings: replySettings }),
  ...(poll ? { poll: { options: poll.options, duration_minutes: poll.durationMinutes } } : {}),
  ...(replyToXPostId ? { reply: { in_reply_to_tweet_id: replyToXPostId } } : {}),
  ...(xMediaIds.length > 0 ? { media: { media_ids: [...xMediaIds] as FewIds } } : {}),
});

/** The library spells "one to four" as tuples; the contract allows no more than four. */
type FewIds = NonNullable<NonNullable<SendTweetV2Params['media']>['media_ids']>;
