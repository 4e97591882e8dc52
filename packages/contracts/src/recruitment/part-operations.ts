import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';
import { CalendarDate, PenName } from '../define/words.js';
import { ApplicationState } from './application-moves.js';

/** A pause with a day ends within so many days, so that a reminder has a reason left. */
export const longestPauseDays = 730;

export const pausePart = defineOperation({
  name: 'pause-part',
  owner: 'recruitment',
  summary:
    'A curator says: not now, without a reason. Weekends they had booked are free for others. With a day, they are asked once, on that day, whether they feel like it again. Said again, the day is the new one.',
  method: 'POST',
  path: '/charities/{charityId}/me/pause',
  access: [curator],
  input: z.object({ charityId: CharityId, until: CalendarDate.optional() }),
  output: z.object({ state: ApplicationState, until: CalendarDate.nullable() }),
  refusals: {
    onAir: {
      status: 409,
      message:
        'The account is in your hands just now. Please give it back first, at any moment and without a reason.',
    },
    badDay: {
      status: 422,
      message: 'Please choose a day from tomorrow on, within two years, or leave the day out.',
    },
  },
});

export const resumePart = defineOperation({
  name: 'resume-part',
  owner: 'recruitment',
  summary:
    'A curator who had said “not now” is back: ready at once where their list is still done, and preparing where something is open.',
  method: 'POST',
  path: '/charities/{charityId}/me/return',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ state: ApplicationState }),
  refusals: {},
});

export const viewCertificate = defineOperation({
  name: 'view-certificate',
  owner: 'recruitment',
  summary: 'That a curator had the account, and from when to when: for a takeover of theirs that is over.',
  method: 'GET',
  path: '/charities/{charityId}/me/certificates/{takeoverId}',
  access: [curator],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    takeoverId: TakeoverId,
    charityName: z.string(),
    penName: PenName,
    openedAt: Instant,
    closedAt: Instant,
    /** Whose clock its days are told by. */
    zone: TimeZone,
    /** How many takeovers of theirs are over. */
    takeovers: z.int().positive(),
  }),
  refusals: {},
});
