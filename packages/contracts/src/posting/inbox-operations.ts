import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MentionId, TakeoverId } from '../define/ids.js';
import { SetAside } from './mention.js';
import { notYours } from './refusals.js';

const readers = [curator, staff('manager', 'moderator')] as const;

/** A page of an inbox: how many, and the last message of the page before, to read on from. */
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(100),
  after: MentionId.optional(),
};

const next = MentionId.nullable().describe('give it as `after` to read on; null: that is all');

export const listInbox = defineOperation({
  name: 'list-inbox',
  owner: 'posting-gateway',
  summary:
    'Messages from followers who mentioned the account during the takeover, newest first, without those that were set aside. Direct messages are never read.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, ...page }),
  output: z.object({
    mentions: z.array(
      z.object({
        mentionId: MentionId,
        from: z.string(),
        text: z.string(),
        at: Instant,
        answered: z.boolean(),
      }),
    ),
    next,
    /** Messages of this takeover that were set aside. Nobody has to look at them. */
    setAside: z.int().min(0),
  }),
  refusals: { notYours },
});

export const listSetAside = defineOperation({
  name: 'list-set-aside',
  owner: 'posting-gateway',
  summary:
    'Messages that were set aside before the curator saw them, newest first, and why: without their words. view-mention shows one.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/set-aside',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, ...page }),
  output: z.object({
    mentions: z.array(z.object({ mentionId: MentionId, at: Instant, why: SetAside })),
    next,
  }),
  refusals: { notYours },
});

export const viewMention = defineOperation({
  name: 'view-mention',
  owner: 'posting-gateway',
  summary: 'One message from a follower with its words, also where it was set aside.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, mentionId: MentionId }),
  output: z.object({
    mentionId: MentionId,
    from: z.string(),
    text: z.string(),
    at: Instant,
    answered: z.boolean(),
    /** Null: it was not. */
    why: SetAside.nullable(),
  }),
  refusals: { notYours },
});
