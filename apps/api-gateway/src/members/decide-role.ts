import type { StaffRole } from '@baton/contracts';

/** Whoever gives a role: a member by theirs, or the platform's operator. */
export type Giver = StaffRole | 'operator';

/**
 * What each may give: nothing above themself. Trustees and analysts stand beside the line of owner, manager and moderator
 * (a trustee judges a manager's work), so only who stands above all of it gives those roles.
 */
const gives: Readonly<Record<Giver, readonly StaffRole[]>> = {
  operator: ['owner', 'manager', 'moderator', 'trustee', 'analyst'],
  owner: ['owner', 'manager', 'moderator', 'trustee', 'analyst'],
  manager: ['manager', 'moderator'],
  moderator: [],
  trustee: [],
  analyst: [],
};

export const mayGive = (giver: Giver, role: StaffRole): boolean => gives[giver].includes(role);
