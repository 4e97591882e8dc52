import { z } from 'zod';
import { anyone, operator, staff } from '../define/access.js';
import { Caller, StaffRole } from '../define/caller.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, MemberId, PersonId } from '../define/ids.js';
import { EmailAddress, Slug, TimeZone } from '../define/words.js';

const Charity = z.object({ charityId: CharityId, name: z.string(), slug: Slug, zone: TimeZone });

export const registerCharity = defineOperation({
  name: 'register-charity',
  owner: 'api-gateway',
  summary: 'Brings a charity aboard and makes its first owner, who is mailed a sign-in code.',
  method: 'POST',
  path: '/charities',
  access: [operator],
  input: z.object({
    charityId: CharityId,
    name: z.string().trim().min(2).max(120),
    slug: Slug,
    zone: TimeZone,
    owner: z.object({ memberId: MemberId, email: EmailAddress }),
  }),
  output: Charity,
  refusals: {
    slugTaken: {
      status: 409,
      message: 'Another charity already has this short name. Please choose another one.',
    },
  },
});

export const viewCharity = defineOperation({
  name: 'view-charity',
  owner: 'api-gateway',
  summary: 'Name, short name and time zone of a charity.',
  method: 'GET',
  path: '/charities/{charityId}',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: Charity,
  refusals: {},
});

export const listCharities = defineOperation({
  name: 'list-charities',
  owner: 'api-gateway',
  summary: 'The charities aboard, by name. Public: each has a public page.',
  method: 'GET',
  path: '/charities',
  access: [anyone],
  input: z.object({}),
  output: z.object({ charities: z.array(Charity) }),
  refusals: {},
});

export const inviteMember = defineOperation({
  name: 'invite-member',
  owner: 'api-gateway',
  summary: 'Invites a person to the charity’s team and mails them a sign-in code.',
  method: 'POST',
  path: '/charities/{charityId}/members',
  access: [operator, staff('owner')],
  input: z.object({ charityId: CharityId, memberId: MemberId, email: EmailAddress, role: StaffRole }),
  output: z.object({ memberId: MemberId, role: StaffRole }),
  refusals: {
    alreadyMember: { status: 409, message: 'This person is already on the team.' },
  },
});

/** A code is eight digits, works once, for fifteen minutes, and dies after five wrong tries. */
export const SignInCode = z
  .string()
  .trim()
  .regex(/^\d{8}$/, 'is the eight digits in the mail');

const wrongCode = {
  status: 401,
  message: 'This code does not work. It may be used up or older than 15 minutes: please ask for a new one.',
} as const;

export const requestStaffSignIn = defineOperation({
  name: 'request-staff-sign-in',
  owner: 'api-gateway',
  summary: 'Mails a sign-in code if the address belongs to a team. The answer never tells whether it does.',
  method: 'POST',
  path: '/sign-in',
  access: [anyone],
  input: z.object({
    email: EmailAddress,
    /** Whose sign-in page it was asked for on, if any: the mail leads back to it. */
    charityId: CharityId.optional(),
  }),
  output: z.object({ next: z.literal('checkYourMail') }),
  refusals: {},
});

export const openStaffSession = defineOperation({
  name: 'open-staff-session',
  owner: 'api-gateway',
  summary:
    'Exchanges the code from the mail for a person’s session, good in every charity they belong to. The token is shown once.',
  method: 'POST',
  path: '/sign-in/session',
  access: [anyone],
  input: z.object({ email: EmailAddress, code: SignInCode }),
  output: z.object({ token: z.string(), expiresAt: Instant, personId: PersonId }),
  refusals: { wrongCode },
});

export const openCuratorSession = defineOperation({
  name: 'open-curator-session',
  owner: 'api-gateway',
  summary: 'Exchanges a curator’s code from the mail for a session. The session’s token is shown once.',
  method: 'POST',
  path: '/charities/{charityId}/curators/sessions',
  access: [anyone],
  input: z.object({ charityId: CharityId, email: EmailAddress, code: SignInCode }),
  output: z.object({ token: z.string(), expiresAt: Instant, curatorId: CuratorId }),
  refusals: { wrongCode },
});

export const viewSession = defineOperation({
  name: 'view-session',
  owner: 'api-gateway',
  summary: 'Who is calling, as Baton sees it, and the charities they belong to.',
  method: 'GET',
  path: '/session',
  access: [anyone],
  input: z.object({}),
  output: z.object({
    caller: Caller,
    charities: z.array(
      z.object({ charityId: CharityId, name: z.string(), slug: Slug, memberId: MemberId, role: StaffRole }),
    ),
  }),
  refusals: {},
});

export const closeSession = defineOperation({
  name: 'close-session',
  owner: 'api-gateway',
  summary: 'Ends a session. Ending it twice is harmless.',
  method: 'POST',
  path: '/session/close',
  access: [anyone],
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({ closed: z.literal(true) }),
  refusals: {},
});
