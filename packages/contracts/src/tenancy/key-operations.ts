import { z } from 'zod';
import { staff } from '../define/access.js';
import { KeyScope } from '../define/caller.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, KeyId, MemberId } from '../define/ids.js';

const keys = '/charities/{charityId}/keys';
const Scopes = z
  .array(KeyScope)
  .min(1)
  .refine((scopes) => new Set(scopes).size === scopes.length, 'names a scope twice');

/** What is known of a key: everything but the key. */
const ApiKey = z.object({
  keyId: KeyId,
  /** What it is for, in the charity's own words: `Our website's calendar`. */
  name: z.string(),
  scopes: z.array(KeyScope),
  /** Null: until it is revoked. */
  expiresAt: Instant.nullable(),
});

export const makeKey = defineOperation({
  name: 'make-key',
  owner: 'api-gateway',
  summary:
    'Makes an API key for a program of the charity’s own, which may then read what its scopes name and nothing else. The key is shown once and never kept.',
  method: 'POST',
  path: keys,
  access: [staff('owner')],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    keyId: KeyId,
    name: z.string().trim().min(1).max(60),
    scopes: Scopes,
    /** How long it works; without it, until it is revoked. */
    days: z.int().min(1).max(730).optional(),
  }),
  output: ApiKey.extend({ key: z.string() }),
  refusals: {
    madeAlready: {
      status: 409,
      message: 'This key has been made, and a key is shown only once. Please revoke it and make a new one.',
    },
    tooManyKeys: {
      status: 409,
      message: 'The charity has as many keys as it can have. Please revoke one that is not used first.',
    },
  },
});

export const listKeys = defineOperation({
  name: 'list-keys',
  owner: 'api-gateway',
  summary: 'The charity’s API keys: what each is for, what it may read, who made it, when it was last used.',
  method: 'GET',
  path: keys,
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    keys: z.array(
      ApiKey.extend({
        madeBy: MemberId,
        madeAt: Instant,
        /** To the hour. Null: never. */
        lastUsedAt: Instant.nullable(),
        isExpired: z.boolean(),
      }),
    ),
  }),
  refusals: {},
});

export const revokeKey = defineOperation({
  name: 'revoke-key',
  owner: 'api-gateway',
  summary: 'Ends an API key; its very next call is refused. Twice changes nothing.',
  method: 'DELETE',
  path: `${keys}/{keyId}`,
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, keyId: KeyId }),
  output: z.object({ revoked: z.literal(true) }),
  refusals: {},
});
