import type { BuddyPairId, CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Pair {
  readonly pairId: BuddyPairId;
  readonly newcomerId: CuratorId;
  readonly buddyId: CuratorId;
  readonly since: Date;
}

const pairColumns = `pair_id AS "pairId", newcomer_id AS "newcomerId", buddy_id AS "buddyId", since`;

/** Everybody who is somebody's buddy now, or whose buddy somebody is, with one curator. */
export const pairsOf = (tx: Tx, curatorId: CuratorId): Promise<Pair[]> =>
  tx.query<Pair>(
    `SELECT ${pairColumns} FROM buddy_pair
      WHERE charity_id = $1 AND ended_at IS NULL AND $2 IN (newcomer_id, buddy_id) ORDER BY since`,
    [tx.charityId, curatorId],
  );

export const otherIn = ({ newcomerId, buddyId }: Pair, curatorId: CuratorId): CuratorId =>
  newcomerId === curatorId ? buddyId : newcomerId;

/** One of the two has ended it. */
export async function endPair(tx: Tx, pairId: BuddyPairId): Promise<void> {
  await tx.query(
    `UPDATE buddy_pair SET ended_at = baton.now(), ended_why = 'said'
      WHERE charity_id = $1 AND pair_id = $2 AND ended_at IS NULL`,
    [tx.charityId, pairId],
  );
}

/** Somebody is there for nobody just now. Whoever is there for them stays. */
export async function endPairsOfBuddy(tx: Tx, buddyId: CuratorId): Promise<void> {
  await tx.query(
    `UPDATE buddy_pair SET ended_at = baton.now(), ended_why = 'paused'
      WHERE charity_id = $1 AND buddy_id = $2 AND ended_at IS NULL`,
    [tx.charityId, buddyId],
  );
}

export interface Waiting {
  readonly curatorId: CuratorId;
  /** With whom they were before, until one of them ended it. */
  readonly not: readonly CuratorId[];
}

/** Who would like a buddy and has none, longest waiting first. */
export const whoWaits = (tx: Tx): Promise<Waiting[]> =>
  tx.query<Waiting>(
    `SELECT wish.curator_id AS "curatorId",
            ARRAY(SELECT CASE WHEN newcomer_id = wish.curator_id THEN buddy_id ELSE newcomer_id END
                    FROM buddy_pair AS before WHERE before.charity_id = wish.charity_id AND ended_why = 'said'
                     AND wish.curator_id IN (newcomer_id, buddy_id)) AS not
       FROM buddy_wish AS wish JOIN application USING (charity_id, curator_id)
      WHERE charity_id = $1 AND state IN ('accepted', 'preparing', 'ready')
        AND NOT EXISTS (SELECT FROM buddy_pair AS pair WHERE pair.charity_id = wish.charity_id
                           AND pair.newcomer_id = wish.curator_id AND pair.ended_at IS NULL)
      ORDER BY wish.asked_at, wish.curator_id`,
    [tx.charityId],
  );

export interface Offer {
  readonly curatorId: CuratorId;
  /** How many they look after now. */
  readonly looksAfter: number;
}

/** Who offers, in the order in which they are asked: whoever looks after fewest, then whoever has waited longest. */
export const whoOffers = (tx: Tx): Promise<Offer[]> =>
  tx.query<Offer>(
    `SELECT offer.curator_id AS "curatorId",
            (SELECT count(*)::int FROM buddy_pair AS pair WHERE pair.charity_id = offer.charity_id
                AND pair.buddy_id = offer.curator_id AND pair.ended_at IS NULL) AS "looksAfter"
       FROM buddy_offer AS offer JOIN application USING (charity_id, curator_id)
      WHERE charity_id = $1 AND state IN ('ready', 'live', 'alumni')
      ORDER BY "looksAfter", offer.offered_at, offer.curator_id`,
    [tx.charityId],
  );
