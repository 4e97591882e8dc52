import { z } from 'zod';
import { anyone, operator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';
import { NewCharityId } from '../define/platform.js';
import { TimeZone } from '../define/time-zone.js';
import { EmailAddress, Slug } from '../define/words.js';

/** What a link in the mail to a charity's contact carries. */
export const AboardToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'is the last part of the link in the mail');

const aboard = '/aboard';

/** Nothing in a name that cannot be seen or turns the direction of reading: either makes it look like another. */
const CharityName = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .regex(
    /^[^\p{C}\p{Default_Ignorable_Code_Point}]*$/u,
    'must not have characters in it that cannot be seen',
  );

const slugTaken = {
  status: 409,
  message:
    'Another charity already has this short name, or it is kept for Baton itself. Please choose another one.',
} as const;

export const applyAboard = defineOperation({
  name: 'apply-aboard',
  owner: 'api-gateway',
  summary:
    'Asks for a charity to come aboard. Its contact is mailed a link to confirm the address. The answer never tells what else is known of it.',
  method: 'POST',
  path: aboard,
  access: [anyone],
  input: z.object({
    /** Made by the client; becomes the charity's id. */
    charityId: NewCharityId,
    name: CharityName,
    slug: Slug,
    zone: TimeZone,
    /** As the country's register writes it; empty where there is none. */
    registrationNumber: z.string().trim().max(40).default(''),
    contactEmail: EmailAddress,
  }),
  output: z.object({ next: z.literal('checkYourMail') }),
  refusals: { slugTaken },
});

export const confirmAboard = defineOperation({
  name: 'confirm-aboard',
  owner: 'api-gateway',
  summary:
    'Confirms the contact’s address with the link from the mail. Then a person decides, or the charity is aboard at once where this installation says so.',
  method: 'POST',
  path: '/aboard/confirmation',
  access: [anyone],
  input: z.object({ token: AboardToken }),
  output: z.object({ name: z.string(), state: z.enum(['waiting', 'aboard']) }),
  refusals: {
    wrongLink: {
      status: 410,
      message:
        'This link does not work. It holds for a day and works until somebody has decided: please use the whole link from the mail, or ask again.',
    },
  },
});

export const listAboard = defineOperation({
  name: 'list-aboard',
  owner: 'api-gateway',
  summary: 'Charities that wait to come aboard, oldest first, with what to look at twice.',
  method: 'GET',
  path: aboard,
  access: [operator],
  input: z.object({}),
  output: z.object({
    waiting: z.array(
      z.object({
        charityId: CharityId,
        name: z.string(),
        slug: Slug,
        zone: TimeZone,
        registrationNumber: z.string(),
        contactEmail: z.string(),
        confirmedAt: Instant,
        /** Charities aboard whose name or short name looks the same at a glance. */
        looksLike: z.array(z.string()),
        /** The number does not have the shape of a register's of that country. */
        numberLooksOdd: z.boolean(),
      }),
    ),
  }),
  refusals: {},
});

const decidedAlready = {
  status: 409,
  message: 'Somebody has decided about this charity already. Please look at the list again.',
} as const;

export const approveCharity = defineOperation({
  name: 'approve-charity',
  owner: 'api-gateway',
  summary: 'Lets a charity come aboard. Its contact becomes its owner, and is mailed how to sign in.',
  method: 'POST',
  path: '/aboard/{charityId}/approval',
  access: [operator],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    /** In place of the one asked for, where that is taken by now. */
    slug: Slug.optional(),
  }),
  output: z.object({ charityId: CharityId, slug: Slug }),
  refusals: { slugTaken, decidedAlready },
});

export const declineCharity = defineOperation({
  name: 'decline-charity',
  owner: 'api-gateway',
  summary:
    'Declines a charity. The reason is mailed to its contact, whose address is then forgotten; the rest goes after thirty days.',
  method: 'POST',
  path: '/aboard/{charityId}/decline',
  access: [operator],
  stepUp: true,
  input: z.object({ charityId: CharityId, reason: z.string().trim().min(10).max(1000) }),
  output: z.object({ charityId: CharityId }),
  refusals: { decidedAlready },
});
