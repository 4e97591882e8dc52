import { z } from 'zod';
import { snowflake } from '../wire/input.js';
import { replySettings } from './post.js';

/** The body of POST /2/tweets, as far as a self-serve app may use it. X refuses fields it does not know. */
export const NewPost = z.strictObject({
  text: z.string().default(''),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: snowflake,
      exclude_reply_user_ids: z.array(snowflake).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  media: z
    .strictObject({
      media_ids: z.array(snowflake).min(1).max(4),
      tagged_user_ids: z.array(snowflake).max(10).optional(),
    })
    .optional(),
  poll: z
    .strictObject({
      options: z.array(z.string().min(1).max(25)).min(2).max(4),
      duration_minutes: z.int().min(5).max(10_080),
      reply_settings: z.enum(replySettings).optional(),
    })
    .optional(),
  reply_settings: z.enum(replySettings).optional(),
  quote_tweet_id: snowflake.optional(),
  nullcast: z.boolean().optional(),
  for_super_followers_only: z.boolean().optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
});

export type NewPost = z.output<typeof NewPost>;
