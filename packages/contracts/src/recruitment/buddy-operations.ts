import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { BuddyMessageId, BuddyPairId, CharityId, Instant } from '../define/ids.js';
import { PenName, TypedText } from '../define/words.js';
import { beforeMessage, earlierMessages } from './conversation-operations.js';

/** Nobody looks after more than so many at a time. */
export const mostBuddies = 3;

/** Somebody to turn to, or to look out for, by pen name alone: neither ever learns the other's address. */
const Buddy = z.object({
  pairId: BuddyPairId,
  /** `forYou`: they have done it before, and are there for you. `youFor`: you are there for them. */
  role: z.enum(['forYou', 'youFor']),
  penName: PenName,
  since: Instant,
  /** Of the last thirty days, oldest first: the newest of them, or those before a message. */
  messages: z.array(
    z.object({ messageId: BuddyMessageId, from: z.enum(['you', 'them']), text: z.string(), at: Instant }),
  ),
  /** What to ask before, for what was written earlier; null where there is nothing. */
  earlier: earlierMessages,
});

const buddies = z.object({
  offers: z.boolean(),
  /** Waiting for somebody to be free. */
  waits: z.boolean(),
  alertMyBuddy: z.boolean(),
  buddies: z.array(Buddy),
});

export const viewBuddies = defineOperation({
  name: 'view-buddies',
  owner: 'recruitment',
  summary: 'Who is there for a curator, for whom they are there, and what was written.',
  method: 'GET',
  path: '/charities/{charityId}/me/buddies',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    /** `earlier` of a buddy: shows what the two wrote before it. */
    before: beforeMessage,
  }),
  output: buddies,
  refusals: {},
});

export const askForBuddy = defineOperation({
  name: 'ask-for-buddy',
  owner: 'recruitment',
  summary:
    'A curator would like somebody who has done it before to be there for them. Baton finds one by itself; where nobody is free they wait. Asked again, `alertMyBuddy` is set anew.',
  method: 'POST',
  path: '/charities/{charityId}/me/buddies/wish',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    /** Whether the buddy is asked to write a line when the curator seems to have a hard time. Never why. */
    alertMyBuddy: z.boolean().default(false),
  }),
  output: buddies,
  refusals: {},
});

export const offerToBeBuddy = defineOperation({
  name: 'offer-to-be-buddy',
  owner: 'recruitment',
  summary:
    'A curator offers to be there for newcomers, or does so no more. Whom they look after already stays.',
  method: 'PUT',
  path: '/charities/{charityId}/me/buddies/offer',
  access: [curator],
  input: z.object({ charityId: CharityId, offers: z.boolean() }),
  output: buddies,
  refusals: {
    notYet: {
      status: 409,
      message: 'Buddies have been ready once themselves. Please finish your own list first.',
    },
  },
});

export const endBuddy = defineOperation({
  name: 'end-buddy',
  owner: 'recruitment',
  summary: 'Ends being buddies, from either side and without a reason. What is ended stays ended.',
  method: 'POST',
  path: '/charities/{charityId}/me/buddies/{pairId}/end',
  access: [curator],
  input: z.object({ charityId: CharityId, pairId: BuddyPairId }),
  output: buddies,
  refusals: {},
});

export const writeToBuddy = defineOperation({
  name: 'write-to-buddy',
  owner: 'recruitment',
  summary: 'Writes to a buddy through Baton: it is mailed on, and no address is in it.',
  method: 'PUT',
  path: '/charities/{charityId}/me/buddies/{pairId}/messages/{messageId}',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    pairId: BuddyPairId,
    messageId: BuddyMessageId,
    text: TypedText.pipe(z.string().trim().min(1).max(2000)),
  }),
  output: z.object({ messageId: BuddyMessageId, at: Instant }),
  refusals: {
    over: {
      status: 409,
      message: 'You are not buddies any more. Your words are still yours: please copy them.',
    },
    enough: {
      status: 429,
      message: 'That is a lot for one day. Please write on tomorrow; your words are still in the box.',
    },
  },
});
