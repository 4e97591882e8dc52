import type { Caller } from '@baton/contracts';
import type { Giver } from './decide-role.js';

/** As what somebody gives a role; undefined for those who give none. */
export function giverOf(caller: Caller): Giver | undefined {
  if (caller.kind === 'staff') return caller.role;
  return caller.kind === 'operator' ? 'operator' : undefined;
}
