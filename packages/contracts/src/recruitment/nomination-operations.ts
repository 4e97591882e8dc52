import { z } from 'zod';
import { anyone, curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, NominationId } from '../define/ids.js';
import { CalendarDate, EmailAddress } from '../define/words.js';
import { LinkToken } from '../people/sign-in-words.js';

/**
 * - `asked`: a mail went to the nominee, or would have: whether it did is told to nobody. `agreed`: they want to know more.
 * - `refused`: they said no, and are not asked again. `lapsed`: they said nothing. `applied`: they sent a form.
 */
export const NominationState = z.enum(['asked', 'agreed', 'refused', 'lapsed', 'applied']);
export type NominationState = z.infer<typeof NominationState>;

/** Whose idea it was: a follower's, or a curator's who had the account before. */
export const NominatedBy = z.enum(['follower', 'curator']);
export type NominatedBy = z.infer<typeof NominatedBy>;

/** Days. A nominee who says nothing for so long is forgotten. */
export const nominationLastsDays = 14;
/** Days. Who wanted to know more has so long to send a form. */
export const agreedNominationLastsDays = 30;
/** Days. One address is asked at most once in so many, whoever nominates. */
export const askedAgainAfterDays = 90;
/** So many a curator can have passed the baton to within `nominationLastsDays`. */
export const mostPassedOn = 5;
/** So many a charity asks in a day. */
export const mostNominationsPerDay = 200;

const nominee = {
  charityId: CharityId,
  nominationId: NominationId,
  /** Theirs, who is nominated. Sealed, and forgotten unless they agree. */
  email: EmailAddress,
  /** The name to greet them by, on the page behind the link. A name and nothing else: it is shown to whoever reads the mail. */
  greeting: z
    .string()
    .trim()
    .max(40, 'can be at most 40 characters')
    .refine(
      (typed) => /^\p{L}[\p{L}\p{M}'’ -]*$/u.test(typed),
      'is a name, such as Sam: letters, spaces and hyphens',
    ),
};

/** The same for every address, asked or not. */
const weAskThem = z.object({ next: z.literal('weAskThem') });

const enoughToday = {
  status: 429,
  message: 'We have asked a lot of people today. Please come back tomorrow; we would love to hear from you.',
} as const;

export const nominate = defineOperation({
  name: 'nominate',
  owner: 'recruitment',
  summary:
    'Suggests somebody as a curator. They are asked first, in our words alone; the answer never tells whether they were.',
  method: 'PUT',
  path: '/charities/{charityId}/nominations/{nominationId}',
  access: [anyone],
  input: z.object(nominee),
  output: weAskThem,
  refusals: { enoughToday },
});

export const passTheBaton = defineOperation({
  name: 'pass-the-baton',
  owner: 'recruitment',
  summary: 'A curator who has had the account suggests who might have it next. They are asked first.',
  method: 'PUT',
  path: '/charities/{charityId}/me/nominations/{nominationId}',
  access: [curator],
  input: z.object(nominee),
  output: weAskThem,
  refusals: {
    enoughToday,
    notYet: {
      status: 409,
      message: 'Only who has had the account can pass it on. Your turn comes first.',
    },
    enough: {
      status: 429,
      message:
        'You have passed the baton to five people within two weeks. Please wait a little before the next.',
    },
  },
});

/** The same for a link that is over, one that was used and one that never was. */
const linkOver = {
  status: 410,
  message:
    'This link does not lead anywhere any more. You need not do anything. If you are curious, look at the charity’s page.',
} as const;

export const viewNomination = defineOperation({
  name: 'view-nomination',
  owner: 'recruitment',
  summary: 'What somebody was nominated for, for whoever has the link from the mail. Changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/nomination/opening',
  access: [anyone],
  input: z.object({ charityId: CharityId, token: LinkToken }),
  output: z.object({
    greeting: z.string(),
    nominatedBy: NominatedBy,
    state: z.enum(['asked', 'agreed']),
    /** Until when the link works. */
    worksUntil: Instant,
  }),
  refusals: { linkOver },
});

export const answerNomination = defineOperation({
  name: 'answer-nomination',
  owner: 'recruitment',
  summary:
    'A nominee wants to know more, or says no. A no is for good: what was kept is shredded, and they are not asked again.',
  method: 'POST',
  path: '/charities/{charityId}/nomination/answer',
  access: [anyone],
  input: z.object({ charityId: CharityId, token: LinkToken, answer: z.enum(['showMe', 'no']) }),
  output: z.object({ state: z.enum(['agreed', 'refused']) }),
  refusals: { linkOver },
});

export const listNominations = defineOperation({
  name: 'list-nominations',
  owner: 'recruitment',
  summary:
    'How many people were suggested in each week that is over, and by whom in kind. Weeks with fewer than ten are left out. Never whom, and never what became of it.',
  method: 'GET',
  path: '/charities/{charityId}/nominations',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    /** Of the last year, newest first. */
    weeks: z.array(
      z.object({
        /** Its Monday, in UTC. */
        weekOf: CalendarDate,
        nominatedBy: NominatedBy,
        /** Rounded down to five. */
        suggested: z.int().min(10),
      }),
    ),
  }),
  refusals: {},
});
