import { z } from 'zod';
import { CharityId, CuratorId, Instant, KeyId, MemberId, PersonId, SessionId } from './ids.js';
import { serviceNames } from './service-name.js';

/** What a member of a charity's team may be. An owner may do whatever the other roles may. */
export const StaffRole = z.enum(['owner', 'manager', 'moderator', 'trustee', 'analyst']);
export type StaffRole = z.infer<typeof StaffRole>;

/** What a charity's own integration may do with its API key; each read is a scope of its own. */
export const KeyScope = z.enum(['rota:read', 'posts:read', 'policy:read', 'audit:read']);
export type KeyScope = z.infer<typeof KeyScope>;

/**
 * Who is calling. Travels, signed, from the gateway to the service; nobody's name or address is in it.
 *
 * - `network`: of `anyone`, and only where an operation asks for it: about where they are, never their address.
 * - `person`: signed in with a person's own session, in a call that is about themself and no charity.
 * - `staff`: the same person as a member of the charity that the call names.
 * - `sessionId`: the session the call came in by, for what a person does with their own sessions.
 * - `steppedUpUntil`: until then this session counts as freshly proved (passkey, second factor or mailed code).
 */
export const Caller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone'), network: z.string().max(50).optional() }),
  z.object({
    kind: z.literal('person'),
    personId: PersonId,
    sessionId: SessionId.optional(),
    steppedUpUntil: Instant.optional(),
  }),
  z.object({
    kind: z.literal('operator'),
    personId: PersonId.optional(),
    steppedUpUntil: Instant.optional(),
  }),
  z.object({
    kind: z.literal('staff'),
    charityId: CharityId,
    memberId: MemberId,
    role: StaffRole,
    steppedUpUntil: Instant.optional(),
  }),
  z.object({
    kind: z.literal('curator'),
    charityId: CharityId,
    curatorId: CuratorId,
    sessionId: SessionId.optional(),
  }),
  z.object({ kind: z.literal('key'), charityId: CharityId, keyId: KeyId, scopes: z.array(KeyScope) }),
  z.object({ kind: z.literal('service'), service: z.enum(serviceNames) }),
]);
export type Caller = z.infer<typeof Caller>;
