import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { AccountId, CharityId, Instant } from '../define/ids.js';

/**
 * What a person should know or do about the connection.
 *
 * - `needsReconnecting`: X does not take Baton's keys any more; nothing can go out until a person connects again.
 * - `grantEndsSoon`: the permission has not been renewed for months and ends soon.
 * - `missingScopes`: X granted less than Baton needs today.
 * - `outOfCredit`: X takes nothing more until somebody has paid; posts wait.
 * - `notConfirmedByX`: disconnected here, and X has not confirmed it: the app should be removed in X's settings.
 */
export const AccountWarning = z.object({
  what: z.enum(['needsReconnecting', 'grantEndsSoon', 'missingScopes', 'outOfCredit', 'notConfirmedByX']),
  since: Instant.nullable(),
  words: z.string(),
});
export type AccountWarning = z.infer<typeof AccountWarning>;

export const ConnectedAccount = z.object({
  accountId: AccountId,
  handle: z.string(),
  displayName: z.string(),
  scopes: z.array(z.string()),
  /** `disconnected`: the charity took the connection back; its keys are destroyed. */
  state: z.enum(['connected', 'needsReconnecting', 'disconnected']),
  connectedAt: Instant,
  /** When X last took Baton's keys: renewed them, or took a post. */
  lastUsedAt: Instant,
  /** When the permission ends unless it is renewed, which every use does. Null once there is none. */
  grantEndsAt: Instant.nullable(),
  warnings: z.array(AccountWarning),
});
export type ConnectedAccount = z.infer<typeof ConnectedAccount>;

export const listScopes = defineOperation({
  name: 'list-scopes',
  owner: 'posting-gateway',
  summary:
    'What Baton asks X for, and why; what it never asks for; and the address to enter in the charity’s developer app.',
  method: 'GET',
  path: '/x-scopes',
  access: [anyone],
  input: z.object({}),
  output: z.object({
    asked: z.array(z.object({ scope: z.string(), why: z.string() })),
    never: z.array(z.object({ scope: z.string(), why: z.string() })),
    redirectUri: z.string(),
  }),
  refusals: {},
});

export const beginConnection = defineOperation({
  name: 'begin-connection',
  owner: 'posting-gateway',
  summary: 'Begins connecting the charity’s X account through its own developer app (OAuth 2.0 with PKCE).',
  method: 'POST',
  path: '/charities/{charityId}/account/connection',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    /** Made by the client. An account that is connected again keeps the id it had. */
    accountId: AccountId,
    clientId: z.string().min(1).max(200),
    clientSecret: z.string().min(1).max(400),
    /** Says that it may be another X account than the one connected before; otherwise that is refused. */
    anotherAccount: z.boolean().default(false),
  }),
  output: z.object({
    /** Where the person goes to say yes; opens X. */
    authorizeUrl: z.string(),
    /** Comes back with the redirect; works once, for ten minutes. */
    state: z.string(),
    scopes: z.array(z.string()),
    /** Where X sends the person back to: always this installation's own page. */
    redirectUri: z.string(),
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
  output: ConnectedAccount,
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
    anotherAccount: {
      status: 409,
      message:
        'This is another X account than the one connected before, so nothing was changed. If you mean to change it, begin again and say so.',
    },
  },
});

export const disconnectAccount = defineOperation({
  name: 'disconnect-account',
  owner: 'posting-gateway',
  summary:
    'Takes the connection back: the keys are destroyed here at once, and X is asked to end them. A warning stays if X does not confirm.',
  method: 'POST',
  path: '/charities/{charityId}/account/{accountId}/disconnection',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, accountId: AccountId }),
  output: ConnectedAccount,
  refusals: {},
});

export const viewAccount = defineOperation({
  name: 'view-account',
  owner: 'posting-gateway',
  summary: 'The charity’s X account without its secrets, and what should be done about it.',
  method: 'GET',
  path: '/charities/{charityId}/account',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ account: ConnectedAccount.nullable() }),
  refusals: {},
});
