import { z } from 'zod';

const ringing = ['post.mention.create', 'post.reply.create'] as const;

/** Of an event, all that is read: what happened, and to which account. What was written stays unread. */
const Event = z.object({
  data: z.object({
    event_type: z.enum(ringing),
    filter: z.object({ user_id: z.string().regex(/^\d{1,19}$/) }),
  }),
});

/** Whose messages to look for; undefined: it is about something else, a direct message for one, and is dropped. */
export const rungFor = (body: unknown): string | undefined => Event.safeParse(body).data?.data.filter.user_id;
