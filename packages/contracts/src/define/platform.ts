import { CharityId } from './ids.js';

/**
 * The platform is a tenant of its own: what belongs to no charity (the people who sign in, charities that have not been
 * let in yet) is kept under this id, behind the same row-level security and sealed with keys of its own.
 */
export const platformId = CharityId.parse('00000000-0000-4000-8000-000000000000');

/** An id that somebody chose for a charity to be: never the platform’s own. */
export const NewCharityId = CharityId.refine(
  (id) => id !== platformId,
  'is kept for Baton itself: please make a new one',
);
