import type { CuratorId, IdentityLevel } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Given {
  readonly curatorId: CuratorId;
  readonly identityLevel: IdentityLevel;
  readonly until: string | null;
  readonly withdrawalsBefore: number;
}

/** What is heard of somebody after they left is not taken in. */
const hasNotLeft =
  'NOT EXISTS (SELECT FROM own_identity WHERE charity_id = $1 AND curator_id = $2 AND has_left)';

/** A yes that was ended before it was heard of changes nothing: withdrawals are counted. */
export async function noteArchiveGiven(tx: Tx, given: Given): Promise<void> {
  const { curatorId, identityLevel, until, withdrawalsBefore } = given;
  await tx.query(
    `INSERT INTO archive_curator AS known (charity_id, curator_id, withdrawals_before, lasts_until, is_anonymous)
     SELECT $1::uuid, $2::uuid, $3::int, $4::timestamptz, $5::boolean WHERE ${hasNotLeft}
     ON CONFLICT (charity_id, curator_id) DO UPDATE
        SET withdrawals_before = excluded.withdrawals_before, lasts_until = excluded.lasts_until,
            is_anonymous = excluded.is_anonymous
      WHERE excluded.withdrawals_before >= coalesce(known.withdrawals_before, 0)`,
    [tx.charityId, curatorId, withdrawalsBefore, until, identityLevel === 'anonymous'],
  );
}

/** `number`: which of their withdrawals it is. Nothing of theirs is public from the commit on. */
export async function noteArchiveWithdrawn(tx: Tx, curatorId: CuratorId, number: number): Promise<void> {
  await tx.query(
    `INSERT INTO archive_curator AS known (charity_id, curator_id, last_withdrawal) VALUES ($1, $2, $3)
     ON CONFLICT (charity_id, curator_id) DO UPDATE
        SET last_withdrawal = greatest(known.last_withdrawal, excluded.last_withdrawal)`,
    [tx.charityId, curatorId, number],
  );
  await takeOutAllOf(tx, curatorId);
}

/**
 * Their yes ends here before it is heard that they took it back: as the next withdrawal would end it. A yes that is newer than
 * that stands again. Answers whether one stood until now.
 */
export async function noteArchiveLeft(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  const ended = await tx.query(
    `UPDATE archive_curator SET last_withdrawal = withdrawals_before + 1
      WHERE charity_id = $1 AND curator_id = $2 AND withdrawals_before >= last_withdrawal RETURNING 1`,
    [tx.charityId, curatorId],
  );
  await takeOutAllOf(tx, curatorId);
  return ended.length > 0;
}

/** From now on they are shown as they chose last; what names them is hidden where they chose no name. */
export async function noteLevelInArchive(
  tx: Tx,
  curatorId: CuratorId,
  identityLevel: IdentityLevel,
): Promise<void> {
  await tx.query(
    `INSERT INTO archive_curator AS known (charity_id, curator_id, is_anonymous)
     SELECT $1::uuid, $2::uuid, $3::boolean WHERE ${hasNotLeft}
     ON CONFLICT (charity_id, curator_id) DO UPDATE SET is_anonymous = excluded.is_anonymous`,
    [tx.charityId, curatorId, identityLevel === 'anonymous'],
  );
}

/** Their words stand in the archive no more. Whoever makes entries waits for this, or this for them. */
export async function takeOutAllOf(tx: Tx, curatorId: CuratorId): Promise<void> {
  await tx.query('SELECT FROM archive_curator WHERE charity_id = $1 AND curator_id = $2 FOR UPDATE', [
    tx.charityId,
    curatorId,
  ]);
  await tx.query('DELETE FROM archive_entry WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
  ]);
}

/** Not even that they once said something about it. */
export async function forgetInArchive(tx: Tx, curatorId: CuratorId): Promise<void> {
  await takeOutAllOf(tx, curatorId);
  await tx.query(
    `DELETE FROM archive_out WHERE charity_id = $1 AND takeover_id IN
       (SELECT takeover_id FROM takeover WHERE charity_id = $1 AND curator_id = $2)`,
    [tx.charityId, curatorId],
  );
  await tx.query('DELETE FROM archive_curator WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
  ]);
}

/** Of a row `c` of `archive_curator`: the yes to the archive stands, and the one to post was not taken back. */
export const consentStands = `
  c.withdrawals_before >= c.last_withdrawal AND (c.lasts_until IS NULL OR c.lasts_until > baton.now())
  AND NOT EXISTS (SELECT FROM withdrawn_curator w
                   WHERE w.charity_id = c.charity_id AND w.curator_id = c.curator_id)`;
