import type {
  AskedAs,
  CuratorId,
  OfferId,
  OfferState,
  SlotId,
  TakeoverId,
  WhyOffered,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Offer {
  readonly offerId: OfferId;
  readonly coverId: string;
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
  /** As it was offered, also once the slot has gone or moved. */
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly because: WhyOffered;
  readonly askedAs: AskedAs;
  readonly state: OfferState;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly takeoverId: TakeoverId | null;
}

const offers = `
  SELECT offer_id AS "offerId", cover_id AS "coverId", slot_id AS "slotId", curator_id AS "curatorId",
         opens_at AS "opensAt", closes_at AS "closesAt", because, asked_as AS "askedAs", cover_offer.state,
         offered_at AS "offeredAt", expires_at AS "expiresAt", answered_at AS "answeredAt", takeover_id AS "takeoverId"
    FROM cover_offer JOIN cover USING (charity_id, slot_id, cover_id)
   WHERE charity_id = $1`;

/** Before the lock of its slot is had, all of it but the slot and whom it is for may be another a moment later. */
export async function findOffer(tx: Tx, offerId: OfferId): Promise<Offer | undefined> {
  const [offer] = await tx.query<Offer>(`${offers} AND offer_id = $2`, [tx.charityId, offerId]);
  return offer;
}

/** Of one curator, newest first. */
export const offersOf = (tx: Tx, curatorId: CuratorId): Promise<Offer[]> =>
  tx.query<Offer>(
    `${offers} AND curator_id = $2 AND offered_at > baton.now() - interval '30 days' ORDER BY offered_at DESC LIMIT 200`,
    [tx.charityId, curatorId],
  );

/** In the order in which they were asked. */
export const offersIn = (tx: Tx, coverIds: readonly string[]): Promise<Offer[]> =>
  tx.query<Offer>(`${offers} AND cover_id = ANY ($2::uuid[]) ORDER BY offered_at, offer_id`, [
    tx.charityId,
    coverIds,
  ]);

export async function openOffersTo(tx: Tx, curatorId: CuratorId): Promise<Offer[]> {
  return (await offersOf(tx, curatorId)).filter(({ state }) => state === 'open');
}

export async function openOfferOf(tx: Tx, slotId: SlotId): Promise<Offer | undefined> {
  const [offer] = await tx.query<Offer>(`${offers} AND slot_id = $2 AND cover_offer.state = 'open'`, [
    tx.charityId,
    slotId,
  ]);
  return offer;
}

/** Whom a slot is offered to at this moment, if to anybody. The caller has locked the slot. */
export const offeredTo = async (tx: Tx, slotId: SlotId): Promise<CuratorId | undefined> =>
  (await openOfferOf(tx, slotId))?.curatorId;
