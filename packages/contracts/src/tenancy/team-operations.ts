import { z } from 'zod';
import { anyone, operator, staff } from '../define/access.js';
import { StaffRole } from '../define/caller.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, InvitationId, MemberId } from '../define/ids.js';
import { EmailAddress, Slug } from '../define/words.js';
import { onDevice, PersonsSession } from '../people/sign-in-words.js';

const inCharity = '/charities/{charityId}';

/** Names the charity, so that it is looked up inside it, and is good for one joining. */
export const InvitationToken = z
  .string()
  .regex(/^bi_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/, 'is the last part of the link in the mail');

const Invited = z.object({ invitationId: InvitationId, role: StaffRole, expiresAt: Instant });
const Member = z.object({ memberId: MemberId, role: StaffRole });

const refusals = {
  aboveYou: {
    status: 403,
    message: 'You cannot give somebody more than you may do yourself. Please ask an owner of the charity.',
  },
  lastOwner: {
    status: 409,
    message: 'This is the charity’s only owner. Please make somebody else an owner first.',
  },
  alreadyMember: { status: 409, message: 'This person is already on the team.' },
} as const;

/** Why an invitation that was once good lets nobody in. One that never was is `notFound`. */
const invitationRefusals = {
  invitationUsed: {
    status: 410,
    message: 'This invitation has been used. Please sign in with your e-mail address.',
  },
  invitationWithdrawn: {
    status: 410,
    message: 'This invitation was taken back. Please ask the person who invited you.',
  },
  invitationExpired: {
    status: 410,
    message: 'This invitation is too old. Please ask for a new one.',
  },
  invitationVoid: {
    status: 410,
    message: 'The person who invited you can no longer do so. Please ask the charity for a new invitation.',
  },
} as const;

export const inviteMember = defineOperation({
  name: 'invite-member',
  owner: 'api-gateway',
  summary:
    'Invites a person to the charity’s team: mails them a link that is good for seven days. Nobody can give more than they may do themself. The same invitation again changes nothing.',
  method: 'POST',
  path: `${inCharity}/invitations`,
  access: [operator, staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, invitationId: InvitationId, email: EmailAddress, role: StaffRole }),
  output: Invited,
  refusals: {
    aboveYou: refusals.aboveYou,
    alreadyMember: refusals.alreadyMember,
    invitedAlready: {
      status: 409,
      message: 'This person has been invited already. Send that invitation again, or take it back first.',
    },
  },
});

export const listInvitations = defineOperation({
  name: 'list-invitations',
  owner: 'api-gateway',
  summary: 'The invitations that wait for an answer, and those that are too old for one.',
  method: 'GET',
  path: `${inCharity}/invitations`,
  access: [operator, staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    invitations: z.array(
      Invited.extend({
        email: EmailAddress,
        invitedAt: Instant,
        /** Null where the operator invited. */
        invitedBy: MemberId.nullable(),
        isExpired: z.boolean(),
      }),
    ),
  }),
  refusals: {},
});

export const resendInvitation = defineOperation({
  name: 'resend-invitation',
  owner: 'api-gateway',
  summary:
    'Mails an invitation again, with a new link for another seven days. The link before stops working.',
  method: 'POST',
  path: `${inCharity}/invitations/{invitationId}/resend`,
  access: [operator, staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, invitationId: InvitationId }),
  output: Invited,
  refusals: {
    aboveYou: refusals.aboveYou,
    invitationUsed: { status: 409, message: 'This invitation has been used: the person is on the team.' },
    invitationWithdrawn: { status: 409, message: 'This invitation was taken back. Please make a new one.' },
  },
});

export const withdrawInvitation = defineOperation({
  name: 'withdraw-invitation',
  owner: 'api-gateway',
  summary: 'Takes an invitation back, at once. Taking it back twice changes nothing.',
  method: 'DELETE',
  path: `${inCharity}/invitations/{invitationId}`,
  access: [operator, staff('manager')],
  input: z.object({ charityId: CharityId, invitationId: InvitationId }),
  output: z.object({ withdrawn: z.literal(true) }),
  refusals: {
    invitationUsed: {
      status: 409,
      message: 'This invitation has been used: the person is on the team. An owner can take them off it.',
    },
  },
});

export const viewInvitation = defineOperation({
  name: 'view-invitation',
  owner: 'api-gateway',
  summary: 'Which charity invites, and as what. Looking changes nothing.',
  method: 'POST',
  path: '/invitations/view',
  access: [anyone],
  input: z.object({ token: InvitationToken }),
  output: z.object({ charity: z.string(), role: StaffRole, expiresAt: Instant }),
  refusals: invitationRefusals,
});

export const acceptInvitation = defineOperation({
  name: 'accept-invitation',
  owner: 'api-gateway',
  summary:
    'Joins the team. Whoever is new to Baton is signed in with it; whoever is not signs in as always, since an invitation lives too long to open what somebody already has.',
  method: 'POST',
  path: '/invitations/accept',
  access: [anyone],
  input: z.object({
    token: InvitationToken,
    device: onDevice.device,
    rememberDevice: onDevice.rememberDevice,
  }),
  output: Member.extend({ charityId: CharityId, slug: Slug, session: PersonsSession.nullable() }),
  refusals: { ...invitationRefusals, alreadyMember: refusals.alreadyMember },
});

export const listMembers = defineOperation({
  name: 'list-members',
  owner: 'api-gateway',
  summary: 'Who is on the team: pseudonymous ids, roles and days. No name, no address.',
  method: 'GET',
  path: `${inCharity}/members`,
  access: [operator, staff('manager', 'moderator', 'trustee', 'analyst')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ members: z.array(Member.extend({ since: Instant, isYou: z.boolean() })) }),
  refusals: {},
});

export const revealMemberAddress = defineOperation({
  name: 'reveal-member-address',
  owner: 'api-gateway',
  summary: 'The address of one member, for whoever has to reach them. The audit notes each look.',
  method: 'POST',
  path: `${inCharity}/members/{memberId}/address`,
  access: [staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, memberId: MemberId }),
  output: z.object({ memberId: MemberId, email: EmailAddress }),
  refusals: {},
});

export const changeRole = defineOperation({
  name: 'change-role',
  owner: 'api-gateway',
  summary: 'Gives a member another role. It counts from their very next call.',
  method: 'PUT',
  path: `${inCharity}/members/{memberId}/role`,
  access: [staff('owner')],
  stepUp: true,
  input: z.object({ charityId: CharityId, memberId: MemberId, role: StaffRole }),
  output: Member,
  refusals: { lastOwner: refusals.lastOwner },
});

export const removeMember = defineOperation({
  name: 'remove-member',
  owner: 'api-gateway',
  summary:
    'Takes a member off the team; it counts from their very next call. Owners may take off anybody, everybody may leave. Twice changes nothing.',
  method: 'DELETE',
  path: `${inCharity}/members/{memberId}`,
  access: [staff('manager', 'moderator', 'trustee', 'analyst')],
  stepUp: true,
  input: z.object({ charityId: CharityId, memberId: MemberId }),
  output: z.object({ removed: z.literal(true) }),
  refusals: {
    lastOwner: refusals.lastOwner,
    onlyOwners: {
      status: 403,
      message: 'Only an owner can take somebody else off the team. You may leave it yourself.',
    },
  },
});
