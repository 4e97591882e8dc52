import type { Caller, HeldPost } from '@baton/contracts';
import type { PostRow } from '../posts/post-row.js';
import { memberOf } from './claims.js';

/**
 * Its author asks again after a no. Who said it may change their mind, or their no would be the last word of a charity whose
 * team is one person; a second no is for somebody else to say, or asking again would ask nobody new.
 */
export const appealOf = ({ declined_by: saidNo }: PostRow, caller: Caller): HeldPost['appeal'] =>
  saidNo && { mayDecline: saidNo !== memberOf(caller) };
