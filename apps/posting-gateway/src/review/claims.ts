import { type Caller, type MemberId, type PostId, refuse } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A claim that has not ended. */
export interface Claim {
  readonly postId: PostId;
  readonly memberId: MemberId;
  readonly until: Date;
}

const claims = `
  SELECT post_id AS "postId", member_id AS "memberId", until FROM post_claim
   WHERE charity_id = $1 AND until > baton.now()`;

export const claimsNow = (tx: Tx): Promise<Claim[]> => tx.query(claims, [tx.charityId]);

/** Of a locked post: whoever claims it locks the post before. */
export async function claimOf(tx: Tx, postId: PostId): Promise<Claim | undefined> {
  const [claim] = await tx.query<Claim>(`${claims} AND post_id = $2`, [tx.charityId, postId]);
  return claim;
}

/** Ten minutes from now on, of a locked post that nobody else has claimed. */
export async function putClaim(tx: Tx, postId: PostId, memberId: MemberId): Promise<Date> {
  const [claim] = await tx.query<{ until: Date }>(
    `INSERT INTO post_claim (charity_id, post_id, member_id, until)
     VALUES ($1, $2, $3, baton.now() + interval '10 minutes')
     ON CONFLICT (charity_id, post_id) DO UPDATE SET member_id = excluded.member_id, until = excluded.until
     RETURNING until`,
    [tx.charityId, postId, memberId],
  );
  if (!claim) throw new Error('the claim was not written');
  return claim.until;
}

export const endClaim = (tx: Tx, postId: PostId): Promise<unknown> =>
  tx.query('DELETE FROM post_claim WHERE charity_id = $1 AND post_id = $2', [tx.charityId, postId]);

export const isTheirs = (claim: Claim, caller: Caller): boolean =>
  caller.kind === 'staff' && caller.memberId === claim.memberId;

export const isAnothers = (claim: Claim | undefined, caller: Caller): claim is Claim =>
  claim !== undefined && !isTheirs(claim, caller);

export const refuseClaimed = ({ until }: Claim) =>
  refuse('claimedByAnother', { details: { until: until.toISOString() } });

/** Who of the team calls; the operations that ask are for nobody else. */
export function memberOf(caller: Caller): MemberId {
  if (caller.kind !== 'staff') throw new Error('only the team is let in here');
  return caller.memberId;
}
