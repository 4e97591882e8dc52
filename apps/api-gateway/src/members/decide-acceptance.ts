import type { StaffRole } from '@baton/contracts';
import { type Giver, mayGive } from './decide-role.js';

export interface InvitationAsKept {
  readonly state: 'open' | 'accepted' | 'withdrawn';
  readonly role: StaffRole;
  readonly expiresAt: Date;
}

/**
 * Whether an invitation still lets somebody in. `giver` is what the inviter is now, undefined where they have left: what
 * they may no longer give is not given in their name.
 */
export function decideAcceptance(
  { state, role, expiresAt }: InvitationAsKept,
  giver: Giver | undefined,
  now: Date,
): 'good' | 'invitationUsed' | 'invitationWithdrawn' | 'invitationExpired' | 'invitationVoid' {
  if (state === 'accepted') return 'invitationUsed';
  if (state === 'withdrawn') return 'invitationWithdrawn';
  if (expiresAt <= now) return 'invitationExpired';
  return giver && mayGive(giver, role) ? 'good' : 'invitationVoid';
}
