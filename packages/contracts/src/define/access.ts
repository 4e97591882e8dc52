import type { Caller, StaffRole } from './caller.js';
import type { ServiceName } from './service-name.js';

/** One way of being allowed. Staff and curators are always bound to the charity the operation names. */
export type Grant =
  | { readonly to: 'anyone' }
  | { readonly to: 'operator' }
  | { readonly to: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly to: 'curator' }
  | { readonly to: 'service'; readonly service: ServiceName };

/** An operation says who may call it or it does not compile: the list cannot be empty. */
export type AccessRule = readonly [Grant, ...Grant[]];

export const anyone: Grant = { to: 'anyone' };
export const operator: Grant = { to: 'operator' };
export const curator: Grant = { to: 'curator' };
export const service = (name: ServiceName): Grant => ({ to: 'service', service: name });
export const staff = (...roles: [StaffRole, ...StaffRole[]]): Grant => ({ to: 'staff', roles });

/** `signedOut` asks for a sign-in, `forbidden` says no: the first is a 401, the second a 403. */
export type AccessDecision = 'allowed' | 'signedOut' | 'forbidden';

/**
 * Decides a call by rule and caller alone. `charityId` is the charity named by the call, if it names one;
 * a caller bound to another charity is forbidden, and so is any bound caller where the call names none.
 */
export function decideAccess(
  rule: AccessRule,
  caller: Caller,
  charityId: string | undefined,
): AccessDecision {
  if (rule.some((grant) => matches(grant, caller, charityId))) return 'allowed';
  return caller.kind === 'anyone' ? 'signedOut' : 'forbidden';
}

function matches(grant: Grant, caller: Caller, charityId: string | undefined): boolean {
  switch (grant.to) {
    case 'anyone':
      return true;
    case 'operator':
      return caller.kind === 'operator';
    case 'curator':
      return caller.kind === 'curator' && caller.charityId === charityId;
    case 'service':
      return caller.kind === 'service' && caller.service === grant.service;
    case 'staff':
      return (
        caller.kind === 'staff' &&
        caller.charityId === charityId &&
        (caller.role === 'owner' || grant.roles.includes(caller.role))
      );
  }
}
