import {
  type Caller,
  type HandedUpTo,
  type HeldPost,
  type MemberId,
  type PostId,
  refuse,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { memberOf } from './claims.js';

/** Somebody of the team wants another one to decide. */
export interface HandedUp {
  readonly postId: PostId;
  readonly to: HandedUpTo;
  readonly by: MemberId;
}

const handed = `
  SELECT post_id AS "postId", to_whom AS to, handed_by AS by FROM post_handed_up WHERE charity_id = $1`;

export const allHandedUp = (tx: Tx): Promise<HandedUp[]> => tx.query(handed, [tx.charityId]);

/** Of a locked post: whoever hands it up locks the post before. */
export async function handedUpOf(tx: Tx, postId: PostId): Promise<HandedUp | undefined> {
  const [found] = await tx.query<HandedUp>(`${handed} AND post_id = $2`, [tx.charityId, postId]);
  return found;
}

export const putHandedUp = (tx: Tx, { postId, to, by }: HandedUp): Promise<unknown> =>
  tx.query(
    `INSERT INTO post_handed_up (charity_id, post_id, to_whom, handed_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (charity_id, post_id) DO UPDATE
       SET to_whom = excluded.to_whom, handed_by = excluded.handed_by, at = baton.now()`,
    [tx.charityId, postId, to, by],
  );

export const endHandedUp = (tx: Tx, postId: PostId): Promise<unknown> =>
  tx.query('DELETE FROM post_handed_up WHERE charity_id = $1 AND post_id = $2', [tx.charityId, postId]);

/** Whether this caller may decide, and if not, in whose hands it is. Suggesting other words is a decision too. */
export function refuseHandedUp(found: HandedUp | undefined, caller: Caller) {
  if (!found || mayDecide(found, caller)) return undefined;
  return refuse(found.to === 'managers' ? 'waitsForManagers' : 'waitsForAnother');
}

const isManager = (caller: Caller): boolean => caller.kind === 'staff' && caller.role !== 'moderator';

/** Whoever asked, and a manager. */
export const mayTakeBack = ({ by }: HandedUp, caller: Caller): boolean =>
  by === memberOf(caller) || isManager(caller);

function mayDecide({ to, by }: HandedUp, caller: Caller): boolean {
  if (to === 'somebodyElse') return by !== memberOf(caller);
  return isManager(caller);
}

export const presentHandedUp = (found: HandedUp | undefined, caller: Caller): HeldPost['handedUp'] =>
  found ? { to: found.to, byYou: found.by === memberOf(caller), mayDecide: mayDecide(found, caller) } : null;
