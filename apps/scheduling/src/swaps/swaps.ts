import type { CuratorId, SlotId, SwapId, SwapState, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { lockSlot } from '../slots/lock-slot.js';

interface SwapSide {
  readonly takeoverId: TakeoverId;
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly isAnonymous: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** `gives` is whose idea it was, `wants` is who was asked. */
export interface Swap {
  readonly swapId: SwapId;
  readonly state: SwapState;
  readonly revision: number;
  readonly expiresAt: Date;
  readonly gives: SwapSide;
  readonly wants: SwapSide;
}

interface SwapRow extends Omit<Swap, 'gives' | 'wants'> {
  readonly gives: SwapSideRow;
  readonly wants: SwapSideRow;
}

interface SwapSideRow extends Omit<SwapSide, 'opensAt' | 'closesAt'> {
  readonly opensAt: string;
  readonly closesAt: string;
}

const side = (takeover: string, curator: string) => `
  jsonb_build_object('takeoverId', ${takeover}.takeover_id, 'slotId', ${takeover}.slot_id,
    'curatorId', ${takeover}.curator_id, 'penName', ${curator}.pen_name,
    'isAnonymous', ${curator}.identity_level = 'anonymous',
    'opensAt', ${takeover}.opens_at, 'closesAt', ${takeover}.closes_at)`;

const swaps = `
  SELECT swap_id AS "swapId", swap.state, swap.revision, expires_at AS "expiresAt",
         ${side('given', 'giver')} AS gives, ${side('wanted', 'holder')} AS wants
    FROM swap
    JOIN takeover given ON given.charity_id = swap.charity_id AND given.takeover_id = gives
    JOIN takeover wanted ON wanted.charity_id = swap.charity_id AND wanted.takeover_id = wants
    JOIN curator giver ON giver.charity_id = swap.charity_id AND giver.curator_id = proposed_by
    JOIN curator holder ON holder.charity_id = swap.charity_id AND holder.curator_id = swap.curator_id
   WHERE swap.charity_id = $1`;

export async function findSwap(tx: Tx, swapId: SwapId): Promise<Swap | undefined> {
  const rows = await tx.query<SwapRow>(`${swaps} AND swap_id = $2`, [tx.charityId, swapId]);
  return rows.map(swapOf)[0];
}

/** Newest first; only one curator’s where one is given. */
export async function swapsOf(tx: Tx, curatorId: CuratorId | undefined): Promise<Swap[]> {
  const rows = await tx.query<SwapRow>(
    `${swaps} AND proposed_at > baton.now() - interval '30 days'
        AND ($2::uuid IS NULL OR swap.curator_id = $2 OR proposed_by = $2)
      ORDER BY proposed_at DESC, swap_id LIMIT 200`,
    [tx.charityId, curatorId ?? null],
  );
  return rows.map(swapOf);
}

/** Locks both slots, always in the same order, and answers when that was by the database’s clock. */
export async function lockBoth(tx: Tx, one: SlotId, other: SlotId): Promise<Date | undefined> {
  const [first, second] = [one, other].sort();
  const locked = first && (await lockSlot(tx, first));
  return locked && second ? (await lockSlot(tx, second))?.now : undefined;
}

/** As it is once nobody else can change it, and the moment that was. */
export async function findLockedSwap(
  tx: Tx,
  swapId: SwapId,
): Promise<{ readonly swap: Swap; readonly now: Date } | undefined> {
  const seen = await findSwap(tx, swapId);
  const now = seen && (await lockBoth(tx, seen.gives.slotId, seen.wants.slotId));
  const swap = now && (await findSwap(tx, swapId));
  return swap && { swap, now };
}

const swapOf = ({ gives, wants, ...row }: SwapRow): Swap => ({
  ...row,
  gives: sideOf(gives),
  wants: sideOf(wants),
});
const sideOf = (row: SwapSideRow): SwapSide => ({
  ...row,
  opensAt: new Date(row.opensAt),
  closesAt: new Date(row.closesAt),
});
