import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { AccountId, CharityId, Instant } from '../define/ids.js';

const Account = z.object({
  accountId: AccountId,
  handle: z.string(),
  displayName: z.string(),
  scopes: z.array(z.string()),
  state: z.enum(['connected', 'needsReconnecting']),
  connectedAt: Instant,
});

export const beginConnection = defineOperation({
  name: 'begin-connection',
  owner: 'posting-gateway',
  summary: 'Begins connecting the charity’s X account through its own developer app (OAuth 2.0 with PKCE).',
  method: 'POST',
  path: '/charities/{charityId}/account/connection',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    accountId: AccountId,
    clientId: z.string().min(1).max(200),
    clientSecret: z.string().min(1).max(400),
    redirectUri: z.url().max(500),
  }),
  output: z.object({
    /** Where the person goes to say yes; opens X. */
    authorizeUrl: z.string(),
    /** Comes back with the redirect; works once, for ten minutes. */
    state: z.string(),
    scopes: z.array(z.string()),
  }),
  refusals: {},
});

export const finishConnection = defineOperation({
  name: 'finish-connection',
  owner: 'posting-gateway',
  summary:
    'Finishes connecting with what X sent back. The tokens are sealed and never leave the posting gateway.',
  method: 'POST',
  path: '/charities/{charityId}/account/connection/finish',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    state: z.string().min(1).max(500),
    code: z.string().min(1).max(2000),
  }),
  output: Account,
  refusals: {
    wrongState: {
      status: 409,
      message:
        'This answer from X does not belong to a connection begun here, or is older than ten minutes. Please begin again.',
    },
    refusedByX: {
      status: 422,
      message: 'X did not accept the connection. Please check the app’s keys and begin again.',
    },
    missingScope: {
      status: 422,
      message: 'X did not grant everything Baton needs. Please begin again and allow all of it.',
    },
  },
});

export const viewAccount = defineOperation({
  name: 'view-account',
  owner: 'posting-gateway',
  summary: 'The connected account, without its secrets.',
  method: 'GET',
  path: '/charities/{charityId}/account',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ account: Account.nullable() }),
  refusals: {},
});

const Verdict = z.enum(['allow', 'warn', 'hold', 'block']);

export const Policy = z.object({
  /** Seconds a post waits before it goes, in which it can be withdrawn. */
  undoSeconds: z.int().min(0).max(120),
  /** What happens to a post with contact details in it. */
  contactDetails: Verdict,
  /** What happens to a picture without a description. */
  altText: Verdict,
  /** `{name}` becomes the name the curator chose to be known by. */
  introduction: z.string().trim().min(1).max(280),
  signOff: z.string().trim().min(1).max(280),
});
export type Policy = z.infer<typeof Policy>;

export const setPolicy = defineOperation({
  name: 'set-policy',
  owner: 'posting-gateway',
  summary: 'Sets the charity’s posting policy; each change is a new version.',
  method: 'PUT',
  path: '/charities/{charityId}/policy',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId, policy: Policy }),
  output: z.object({ policy: Policy, version: z.int().positive() }),
  refusals: {},
});

export const viewPolicy = defineOperation({
  name: 'view-policy',
  owner: 'posting-gateway',
  summary: 'The posting policy in force.',
  method: 'GET',
  path: '/charities/{charityId}/policy',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ policy: Policy, version: z.int().positive() }),
  refusals: {},
});
