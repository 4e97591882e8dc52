import { z } from 'zod';

/** Of a post as X tells it, the fields that Baton asks for and uses. */
const XPost = z.object({
  id: z.string().regex(/^\d+$/),
  text: z.string(),
  created_at: z.iso.datetime().transform((instant) => new Date(instant)),
  author_id: z.string().optional(),
  conversation_id: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
  entities: z
    .object({ urls: z.array(z.object({ url: z.string(), expanded_url: z.string() })).default([]) })
    .default({ urls: [] }),
});
export type XPost = z.output<typeof XPost>;

const XUser = z.object({
  id: z.string(),
  username: z.string(),
  created_at: z.iso
    .datetime()
    .transform((instant) => new Date(instant))
    .optional(),
});

export type XUser = z.output<typeof XUser>;

/** One page of a timeline, newest first. */
export const TimelinePage = z.object({
  data: z.array(XPost).default([]),
  includes: z.object({ users: z.array(XUser).default([]) }).default({ users: [] }),
  meta: z.object({ next_token: z.string().optional() }),
});
export type TimelinePage = z.output<typeof TimelinePage>;
