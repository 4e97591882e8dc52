import { type CharityId, type InvitationId, inviteMember, type StaffRole } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { GatewayOnStage } from './gateway-on-stage.js';

let invited = 0;

/** Invites somebody new and waits for the mail; tells the invitation, the address and what the link carries. */
export async function anInvitation(
  gateway: GatewayOnStage,
  charityId: CharityId,
  { by, role, to }: { by: string; role: StaffRole; to?: string },
): Promise<{ invitationId: InvitationId; email: string; token: string }> {
  invited += 1;
  const invitationId = newId<InvitationId>();
  const email = to ?? `invited-${invited}@team.example`;
  const mailed = (await gateway.post.invitationsFor(email, 0)).length;
  const answer = await gateway.call(inviteMember, { charityId, invitationId, email, role }, by);
  if (answer.status !== 200) throw new Error(`nobody was invited: ${answer.text}`);
  const tokens = await gateway.post.invitationsFor(email, mailed + 1);
  return { invitationId, email, token: tokens.at(-1) ?? '' };
}
