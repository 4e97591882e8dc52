import type { CuratorId, PastPosts, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What a curator who may not post any more wants done with what is out; undefined while they may. */
export async function wishOfWithdrawn(tx: Tx, curatorId: CuratorId): Promise<PastPosts | undefined> {
  const [withdrawn] = await tx.query<{ wish: PastPosts }>(
    'SELECT past_posts AS wish FROM withdrawn_curator WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return withdrawn?.wish;
}

/** The same for the curator of a takeover. */
export async function wishForTakeover(tx: Tx, takeoverId: TakeoverId): Promise<PastPosts | undefined> {
  const [withdrawn] = await tx.query<{ wish: PastPosts }>(
    `SELECT past_posts AS wish FROM withdrawn_curator JOIN takeover USING (charity_id, curator_id)
      WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId],
  );
  return withdrawn?.wish;
}

/** `at`: when it was said, by the service that heard it. Once said, a wish to have posts deleted stays. */
export async function noteWithdrawn(
  tx: Tx,
  curatorId: CuratorId,
  { wish, at }: { readonly wish: PastPosts; readonly at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO withdrawn_curator AS known (charity_id, curator_id, past_posts, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (charity_id, curator_id) DO UPDATE
        SET since = greatest(known.since, excluded.since),
            past_posts = CASE known.past_posts WHEN 'delete' THEN 'delete' ELSE excluded.past_posts END`,
    [tx.charityId, curatorId, wish, at],
  );
}

/** A new agreement gives the consent to post anew; one from before the withdrawal does not. */
export async function forgetWithdrawal(tx: Tx, curatorId: CuratorId, agreedAt: Date): Promise<void> {
  await tx.query('DELETE FROM withdrawn_curator WHERE charity_id = $1 AND curator_id = $2 AND since <= $3', [
    tx.charityId,
    curatorId,
    agreedAt,
  ]);
}
