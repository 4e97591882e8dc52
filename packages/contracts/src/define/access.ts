import type { Caller, KeyScope, StaffRole } from './caller.js';
import type { ServiceName } from './service-name.js';

/** One way of being allowed. Staff, curators and keys are always bound to the charity the operation names. */
export type Grant =
  | { readonly to: 'anyone' }
  | { readonly to: 'person' }
  | { readonly to: 'operator' }
  | { readonly to: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly to: 'curator' }
  | { readonly to: 'key'; readonly scope: KeyScope }
  | { readonly to: 'service'; readonly service: ServiceName };

/** An operation says who may call it or it does not compile: the list cannot be empty. */
export type AccessRule = readonly [Grant, ...Grant[]];

export const anyone: Grant = { to: 'anyone' };
/** A person signed in as themself, for what is theirs and no charity's: sessions, passkeys. */
export const person: Grant = { to: 'person' };
export const operator: Grant = { to: 'operator' };
export const curator: Grant = { to: 'curator' };
export const service = (name: ServiceName): Grant => ({ to: 'service', service: name });
export const staff = (...roles: [StaffRole, ...StaffRole[]]): Grant => ({ to: 'staff', roles });

/** An API key of the charity that has this scope. */
export const key = (scope: KeyScope): Grant => ({ to: 'key', scope });

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

/**
 * Decides a call of an operation: its rule, and where it asks for a step-up, whether the caller has just proved again
 * who they are. Curators, keys and services have nothing to step up with: such operations are not for them.
 */
export function decideCall(
  operation: { readonly access: AccessRule; readonly stepUp?: boolean },
  caller: Caller,
  charityId: string | undefined,
  now: Date,
): AccessDecision | 'stepUpNeeded' {
  const decision = decideAccess(operation.access, caller, charityId);
  if (decision !== 'allowed' || !operation.stepUp || caller.kind === 'service') return decision;
  const until = 'steppedUpUntil' in caller ? caller.steppedUpUntil : undefined;
  return until !== undefined && Date.parse(until) > now.getTime() ? 'allowed' : 'stepUpNeeded';
}

function matches(grant: Grant, caller: Caller, charityId: string | undefined): boolean {
  switch (grant.to) {
    case 'anyone':
      return true;
    case 'person':
      return caller.kind === 'person';
    case 'operator':
      return caller.kind === 'operator';
    case 'curator':
      return caller.kind === 'curator' && caller.charityId === charityId;
    case 'key':
      return caller.kind === 'key' && caller.charityId === charityId && caller.scopes.includes(grant.scope);
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
