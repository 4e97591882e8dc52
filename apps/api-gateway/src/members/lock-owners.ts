import { MemberId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * The charity's owners, locked until the transaction ends: of two owners who leave at once, the second to ask waits, and
 * then sees who is left.
 */
export async function lockOwners(tx: Tx): Promise<MemberId[]> {
  const rows = await tx.query<{ member_id: string }>(
    `SELECT member_id FROM member WHERE charity_id = $1 AND role = 'owner' ORDER BY member_id FOR UPDATE`,
    [tx.charityId],
  );
  return rows.map(({ member_id }) => MemberId.parse(member_id));
}
