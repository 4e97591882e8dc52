import { z } from 'zod';
import { anyone, curator, service, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant } from '../define/ids.js';
import { CalendarDate, EmailAddress, IdentityLevel, PenName } from '../define/words.js';
import { SignInCode, SignInTicket } from '../people/sign-in-words.js';
import { ApplicationState } from './application-moves.js';

const Agreement = z.object({
  version: z.int().positive(),
  text: z.string(),
  /** SHA-256 of the text, hex. */
  hash: z.string(),
});

export const publishAgreement = defineOperation({
  name: 'publish-agreement',
  owner: 'recruitment',
  summary: 'Publishes a new version of the curating agreement. The same text again is the same version.',
  method: 'POST',
  path: '/charities/{charityId}/agreement',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId, text: z.string().trim().min(20).max(20_000) }),
  output: Agreement,
  refusals: {},
});

export const viewAgreement = defineOperation({
  name: 'view-agreement',
  owner: 'recruitment',
  summary: 'The curating agreement in force.',
  method: 'GET',
  path: '/charities/{charityId}/agreement',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: Agreement,
  refusals: {},
});

export const acceptAgreement = defineOperation({
  name: 'accept-agreement',
  owner: 'recruitment',
  summary: 'The curator accepts the agreement by version and hash, and is ready.',
  method: 'POST',
  path: '/charities/{charityId}/me/agreement',
  access: [curator],
  input: z.object({ charityId: CharityId, version: z.int().positive(), hash: z.string() }),
  output: z.object({ curatorId: CuratorId, state: ApplicationState, version: z.int() }),
  refusals: {
    agreementChanged: {
      status: 409,
      message: 'The agreement has a newer version. Please read it and accept that one.',
    },
    consentMissing: {
      status: 409,
      message: 'You have taken back your consent to post, or it has ended. Please give it again first.',
    },
  },
});

export const viewMe = defineOperation({
  name: 'view-me',
  owner: 'recruitment',
  summary: 'What the charity knows a curator by, and how far the preparation is.',
  method: 'GET',
  path: '/charities/{charityId}/me',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    curatorId: CuratorId,
    penName: PenName,
    identityLevel: IdentityLevel,
    state: ApplicationState,
    agreementVersion: z.int().nullable(),
    /** Where they said “not now” and chose a day to be asked again. */
    pausedUntil: CalendarDate.nullable(),
  }),
  refusals: {},
});

/**
 * Why somebody may be looked up at all. `contact`: to reach them. `wellbeing`: worry about them. `safety`: danger to
 * anybody. `law`: a duty in law. `records`: to put right what is kept of them.
 */
export const RevealReason = z.enum(['contact', 'wellbeing', 'safety', 'law', 'records']);

export const revealIdentity = defineOperation({
  name: 'reveal-identity',
  owner: 'recruitment',
  summary: 'Opens the identity vault for one person and one purpose; the opening is recorded first.',
  method: 'POST',
  path: '/charities/{charityId}/curators/{curatorId}/reveal',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    curatorId: CuratorId,
    reason: RevealReason,
    /** In words, for the person to read. */
    purpose: z.string().trim().min(10).max(500),
  }),
  output: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
  refusals: {},
});

export const listVaultOpenings = defineOperation({
  name: 'list-vault-openings',
  owner: 'recruitment',
  summary: 'Who opened my identity, when and why.',
  method: 'GET',
  path: '/charities/{charityId}/me/openings',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    openings: z.array(z.object({ by: z.string(), purpose: z.string(), at: Instant })),
  }),
  refusals: {},
});

export const requestCuratorSignIn = defineOperation({
  name: 'request-curator-sign-in',
  owner: 'recruitment',
  summary: 'Mails a curator a sign-in code. The answer never tells whether the address is known.',
  method: 'POST',
  path: '/charities/{charityId}/curators/sign-in',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    email: EmailAddress,
    /** The ticket of an earlier request: the code of either mail then works with it. */
    ticket: SignInTicket.optional(),
  }),
  output: z.object({ next: z.literal('checkYourMail'), ticket: SignInTicket }),
  refusals: {},
});

export const confirmCuratorSignIn = defineOperation({
  name: 'confirm-curator-sign-in',
  owner: 'recruitment',
  summary: 'Tells the gateway which curator an address and code belong to; the code is used up.',
  method: 'POST',
  path: 'internal',
  access: [service('api-gateway')],
  input: z.object({
    charityId: CharityId,
    email: EmailAddress,
    code: SignInCode,
    ticket: SignInTicket,
  }),
  output: z.object({ curatorId: CuratorId }),
  refusals: {
    wrongCode: { status: 401, message: 'This code does not work. Please ask for a new one.' },
  },
});
