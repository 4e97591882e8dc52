import {
  type CharityId,
  type InvitationId,
  inviteMember,
  type KeyId,
  type KeyScope,
  makeKey,
  platformId,
  type StaffRole,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { hashOf } from '../sign-in/secret.js';
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

/** An API key, made by an owner who has stepped up. */
export async function aKey(
  gateway: GatewayOnStage,
  charityId: CharityId,
  { by, scopes, days }: { by: string; scopes: KeyScope[]; days?: number | undefined },
): Promise<{ keyId: KeyId; key: string }> {
  const keyId = newId<KeyId>();
  const input = { charityId, keyId, name: 'Our calendar', scopes, ...(days ? { days } : {}) };
  const answer = await gateway.call(makeKey, input, by);
  return { keyId, key: makeKey.output.parse(answer.body).key };
}

/** The same session, as if it had just confirmed a big step; for an hour, so that no test has to hurry. */
export async function steppedUp(gateway: GatewayOnStage, token: string): Promise<string> {
  await gateway.inCharity(platformId, (tx) =>
    tx.query(
      `UPDATE staff_session SET stepped_up_until = baton.now() + interval '1 hour' WHERE token_hash = $1`,
      [hashOf(token)],
    ),
  );
  return token;
}
