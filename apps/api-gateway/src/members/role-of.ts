import { type MemberId, StaffRole } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What a member is at this moment; undefined where they have left. */
export async function roleOf(tx: Tx, memberId: MemberId): Promise<StaffRole | undefined> {
  const [row] = await tx.query<{ role: string }>(
    'SELECT role FROM member WHERE charity_id = $1 AND member_id = $2',
    [tx.charityId, memberId],
  );
  return row && StaffRole.parse(row.role);
}
