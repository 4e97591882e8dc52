import { MemberId, StaffRole } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { decideAcceptance } from './decide-acceptance.js';
import { decideLeavingRole } from './decide-leaving-role.js';
import { type Giver, mayGive } from './decide-role.js';

const everyRole = StaffRole.options;
const table: readonly (readonly [Giver, readonly StaffRole[]])[] = [
  ['operator', everyRole],
  ['owner', everyRole],
  ['manager', ['manager', 'moderator']],
  ['moderator', []],
  ['trustee', []],
  ['analyst', []],
];

describe('giving a role', () => {
  it.each(table)('%s gives exactly %j', (giver, given) => {
    expect(everyRole.filter((role) => mayGive(giver, role))).toEqual(given);
  });
});

describe('an invitation', () => {
  const now = new Date('2027-01-01T12:00:00Z');
  const open = { state: 'open', role: 'manager', expiresAt: new Date(now.getTime() + 1) } as const;

  it.each([
    ['good', 'lets somebody in until its last moment', open, 'owner'],
    ['good', 'lets in to the inviter’s own role', open, 'manager'],
    ['good', 'of the operator holds', { ...open, role: 'owner' }, 'operator'],
    ['invitationExpired', 'lets nobody in at the moment it ends', { ...open, expiresAt: now }, 'owner'],
    ['invitationUsed', 'lets nobody in twice', { ...open, state: 'accepted' }, 'owner'],
    ['invitationWithdrawn', 'lets nobody in once taken back', { ...open, state: 'withdrawn' }, 'owner'],
    ['invitationVoid', 'is void once the inviter may no longer give the role', open, 'moderator'],
    ['invitationVoid', 'is void once the inviter is below the role', { ...open, role: 'owner' }, 'manager'],
    ['invitationVoid', 'is void once the inviter has left', open, undefined],
  ] as const)('(%s) %s', (decision, _, invitation, giver) => {
    expect(decideAcceptance(invitation, giver, now)).toBe(decision);
  });
});

describe('the owners of a charity', () => {
  const one = MemberId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');
  const two = MemberId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0002');

  it('never lose the last of them, neither to another role nor to leaving', () => {
    expect(decideLeavingRole([one], one, 'manager')).toBe('lastOwner');
    expect(decideLeavingRole([one], one, 'nothing')).toBe('lastOwner');
  });

  it('may be any number above that', () => {
    expect(decideLeavingRole([one, two], one, 'nothing')).toBe('allowed');
    expect(decideLeavingRole([one], two, 'nothing')).toBe('allowed');
    expect(decideLeavingRole([one], one, 'owner')).toBe('allowed');
  });
});
