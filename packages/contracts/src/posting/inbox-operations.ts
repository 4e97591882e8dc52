import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MentionId, PostId, TakeoverId } from '../define/ids.js';
import { Exposure, enoughToday, evenSo } from './held-post-operations.js';
import { SetAside } from './mention.js';
import { notYours } from './refusals.js';

const readers = [curator, staff('manager', 'moderator')] as const;

/** A page of an inbox: how many, and the last message of the page before, to read on from. */
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(100),
  after: MentionId.optional(),
};

const next = MentionId.nullable().describe('give it as `after` to read on; null: that is all');

/** A message as its readers see it. */
const Message = z.object({
  mentionId: MentionId,
  from: z.string(),
  text: z.string(),
  at: Instant,
  answered: z.boolean(),
  /** X hides it from everybody, as somebody asked with `hide-on-x`. */
  hiddenOnX: z.boolean(),
  /** X does not show it any more, so its words and its writer's name were erased here too. */
  gone: z.boolean(),
  /** The post on this account that it answers, or that its conversation began with; null: neither is Baton's. */
  inReplyTo: PostId.nullable(),
  /** Whether its curator could answer it now. An answer may still wait, as every post may. */
  canReply: z.boolean(),
  /** Why not, for the curator to read before they type; null: they can. */
  whyNot: z.string().nullable(),
});

export const listInbox = defineOperation({
  name: 'list-inbox',
  owner: 'posting-gateway',
  summary:
    'Messages from followers who mentioned the account during the takeover, newest first, without those that were set aside or parked. Direct messages are never read.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, ...page }),
  output: z.object({
    /** False: its curator asked to be shown none, nor how many there are (`set-shield`). */
    wanted: z.boolean(),
    mentions: z.array(Message),
    next,
    /** Messages of this takeover that were set aside. Nobody has to look at them. */
    setAside: z.int().min(0),
    /** Messages that were left to the team and wait for it. */
    parked: z.int().min(0),
    /** How they come in; null where none are wanted. */
    arrival: z
      .object({
        /** When Baton last asked X; null: not yet. */
        lookedAt: Instant.nullable(),
        /** When it asks again, at the latest; null: the takeover is over. */
        looksAgainBy: Instant.nullable(),
        /** True: once, more had come than X shows. The oldest of those are on X alone. */
        missedSome: z.boolean(),
        /** Why then, for the curator to read. */
        words: z.string(),
      })
      .nullable(),
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
  summary: 'One message from a follower with its words; for its curator also where it was set aside.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, mentionId: MentionId }),
  output: Message.extend({
    /** Null: it was not. */
    why: SetAside.nullable(),
    /** For the team: it may be hard to read, and is empty here until they ask with `look-at-mention`. */
    hidden: z.boolean(),
  }),
  refusals: { notYours },
});

export const lookAtMention = defineOperation({
  name: 'look-at-mention',
  owner: 'posting-gateway',
  summary:
    'The words of a message that was set aside, for the team. It is counted how much you have looked at that is hard to read, for your own sake; looking at the same one again does not count.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/look',
  access: [staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, mentionId: MentionId, evenSo }),
  output: z.object({ from: z.string(), text: z.string(), exposure: Exposure }),
  refusals: { enoughToday },
});
