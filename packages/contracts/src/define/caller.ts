import { z } from 'zod';
import { CharityId, CuratorId, MemberId } from './ids.js';
import { serviceNames } from './service-name.js';

/** What a member of a charity's team may be. An owner may do whatever the other roles may. */
export const StaffRole = z.enum(['owner', 'manager', 'moderator', 'trustee', 'analyst']);
export type StaffRole = z.infer<typeof StaffRole>;

/** Who is calling. Travels, signed, from the gateway to the service; nobody's name or address is in it. */
export const Caller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone') }),
  z.object({ kind: z.literal('operator') }),
  z.object({ kind: z.literal('staff'), charityId: CharityId, memberId: MemberId, role: StaffRole }),
  z.object({ kind: z.literal('curator'), charityId: CharityId, curatorId: CuratorId }),
  z.object({ kind: z.literal('service'), service: z.enum(serviceNames) }),
]);
export type Caller = z.infer<typeof Caller>;
