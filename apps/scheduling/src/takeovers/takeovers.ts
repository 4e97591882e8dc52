import type { CuratorId, InputOf, listTakeovers, OutputOf, SlotId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];

interface TakeoverRow extends Omit<Takeover, 'opensAt' | 'closesAt'> {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const takeoversAsKnown = `
  SELECT takeover_id AS "takeoverId", slot_id AS "slotId", curator_id AS "curatorId",
         pen_name AS "penName", identity_level AS "identityLevel",
         opens_at AS "opensAt", closes_at AS "closesAt", state
    FROM takeover JOIN curator USING (charity_id, curator_id)`;

export async function findTakeover(tx: Tx, takeoverId: TakeoverId): Promise<Takeover | undefined> {
  const rows = await tx.query<TakeoverRow>(`${takeoversAsKnown} WHERE charity_id = $1 AND takeover_id = $2`, [
    tx.charityId,
    takeoverId,
  ]);
  return rows.map(takeoverOf)[0];
}

/** Whoever has a slot, or had it to its end. */
export async function takeoverOfSlot(tx: Tx, slotId: SlotId): Promise<Takeover | undefined> {
  const rows = await tx.query<TakeoverRow>(
    `${takeoversAsKnown} WHERE charity_id = $1 AND slot_id = $2 AND NOT gave_way`,
    [tx.charityId, slotId],
  );
  return rows.map(takeoverOf)[0];
}

const wanted = `
  WHERE charity_id = $1 AND (NOT gave_way OR opened_at IS NOT NULL) AND ($2::uuid IS NULL OR curator_id = $2)
    AND ($3::timestamptz IS NULL OR closes_at > $3) AND ($4::timestamptz IS NULL OR opens_at < $4)
    AND ($5::text IS NULL OR (state = 'closed') = ($5 = 'closed'))`;
const inOrder = {
  latestFirst: 'ORDER BY opens_at DESC, takeover_id',
  soonestFirst: 'ORDER BY opens_at, takeover_id',
} as const;

/** Without those that gave way before they began; only one curator’s where one is given. */
export async function takeoversOf(
  tx: Tx,
  curatorId: CuratorId | undefined,
  { state, since, until, order, limit }: Omit<InputOf<typeof listTakeovers>, 'charityId'>,
): Promise<Takeover[]> {
  const rows = await tx.query<TakeoverRow>(`${takeoversAsKnown} ${wanted} ${inOrder[order]} LIMIT $6`, [
    tx.charityId,
    curatorId ?? null,
    since ?? null,
    until ?? null,
    state ?? null,
    limit,
  ]);
  return rows.map(takeoverOf);
}

/** The takeover whose window holds this moment and the next one, soonest first: at most two, and none that was ended. */
export async function takeoversAhead(tx: Tx): Promise<Takeover[]> {
  const rows = await tx.query<TakeoverRow>(
    `${takeoversAsKnown} WHERE charity_id = $1 AND closes_at > (SELECT baton.now()) AND state <> 'closed' ORDER BY opens_at LIMIT 2`,
    [tx.charityId],
  );
  return rows.map(takeoverOf);
}

const takeoverOf = (row: TakeoverRow): Takeover => ({
  ...row,
  opensAt: row.opensAt.toISOString(),
  closesAt: row.closesAt.toISOString(),
});
