import { z } from 'zod';
import { anyone, curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
import { WallDateTime } from '../define/words.js';
import { notBegun, notYourTakeover } from './refusals.js';
import { Takeover } from './slot.js';

export const listTakeovers = defineOperation({
  name: 'list-takeovers',
  owner: 'scheduling',
  summary:
    'Takeovers, latest window first or soonest: all of them for staff, their own for a curator. For more than one answer holds, ask again from where it ended.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers',
  access: [curator, staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({
    charityId: CharityId,
    /** `live`: open or ahead. */
    state: z.enum(['live', 'closed']).optional(),
    /** Only those whose window ends after this. */
    since: Instant.optional(),
    /** Only those whose window begins before this. */
    until: Instant.optional(),
    order: z.enum(['latestFirst', 'soonestFirst']).default('latestFirst'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ takeovers: z.array(Takeover) }),
  refusals: {},
});

export const endTakeover = defineOperation({
  name: 'end-takeover',
  owner: 'scheduling',
  summary:
    'Ends an open takeover, without any explanation. The account is the charity’s again a moment later, when those who publish have heard of it; give-account-back ends it with its answer. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/ending',
  access: [curator, staff('manager')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: Takeover,
  refusals: {
    notYours: notYourTakeover,
    notBegun,
  },
});

export const extendTakeover = defineOperation({
  name: 'extend-takeover',
  owner: 'scheduling',
  summary:
    'Lets a takeover that is ahead or open end later, on the clock of its slot: at most as late as the next slot begins, and fourteen days in all. Everybody who publishes hears of it.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/extension',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, closesAtWall: WallDateTime }),
  output: Takeover,
  refusals: {
    takeoverOver: {
      status: 410,
      message: 'This takeover is over, so it cannot last longer. Another slot can be added instead.',
    },
    notLater: { status: 422, message: 'That is not later than it ends already. Please choose a later time.' },
    tooLate: {
      status: 409,
      message:
        'So late it cannot end: another slot begins, or fourteen days are over. This is the latest it can be.',
    },
  },
});

export const openTakeoverNow = defineOperation({
  name: 'open-takeover-now',
  owner: 'scheduling',
  summary:
    'Hands the account over now, before the window of a takeover begins. It ends when it was to end. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/opening',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: Takeover,
  refusals: {
    takeoverOver: {
      status: 410,
      message: 'This takeover is over, so it cannot be opened. Another slot can be added instead.',
    },
    anotherIsOpen: {
      status: 409,
      message: 'Somebody else has the account until this time. It can be opened once they have ended.',
    },
    tooEarly: {
      status: 409,
      message: 'A takeover lasts at most fourteen days. From this time on it can be opened.',
    },
  },
});

/** How the public may know a curator: the pen name, or nothing where they chose to be anonymous. */
const PublicTakeover = z.object({ knownAs: z.string().nullable(), opensAt: Instant, closesAt: Instant });

export const viewOnAir = defineOperation({
  name: 'view-on-air',
  owner: 'scheduling',
  summary: 'Who is curating now and who is next, as far as they wish to be known.',
  method: 'GET',
  path: '/charities/{charityId}/on-air',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: z.object({ now: PublicTakeover.nullable(), next: PublicTakeover.nullable() }),
  refusals: {},
});
