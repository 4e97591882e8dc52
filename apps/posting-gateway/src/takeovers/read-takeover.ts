import type { CuratorId, IdentityLevel, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { TakeoverWindow } from './takeover-window.js';

/** This service's own copy of a takeover, kept from scheduling's facts. */
export interface Takeover extends TakeoverWindow {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly identityLevel: IdentityLevel;
  /** Since when its curator has been resting; null while they are not. */
  readonly restingSince: Date | null;
}

const columns = `
  takeover_id AS "takeoverId", curator_id AS "curatorId", pen_name AS "penName",
  identity_level AS "identityLevel", opens_at AS "opensAt", closes_at AS "closesAt", closed_at AS "closedAt",
  resting_since AS "restingSince"`;

export async function readTakeover(tx: Tx, takeoverId: TakeoverId): Promise<Takeover | undefined> {
  const [takeover] = await tx.query<Takeover>(`SELECT ${columns} FROM takeover WHERE takeover_id = $1`, [
    takeoverId,
  ]);
  return takeover;
}

/** For what follows from a fact that presupposes the takeover: without it the fact is tried again later. */
export async function requireTakeover(tx: Tx, takeoverId: TakeoverId): Promise<Takeover> {
  const takeover = await readTakeover(tx, takeoverId);
  if (!takeover) throw new Error('this takeover has not been heard of yet');
  return takeover;
}

/** The takeover whose curator has the account at this moment. */
export async function takeoverOpenAt(tx: Tx, now: Date): Promise<Takeover | undefined> {
  const [takeover] = await tx.query<Takeover>(
    `SELECT ${columns} FROM takeover
      WHERE opens_at <= $1 AND $1 < least(closes_at, coalesce(closed_at, closes_at))`,
    [now],
  );
  return takeover;
}
