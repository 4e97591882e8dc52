import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Each of somebody’s weekends has the newest agreement that was made before it opened, whatever is heard of first. */
export const setAgreements = (tx: Tx, curatorId: CuratorId) =>
  tx.query(
    `UPDATE weekend SET agreement_version = coalesce(
       (SELECT agreement_version FROM curator_agreement AS made
         WHERE made.charity_id = $1 AND made.curator_id = $2 AND made.agreed_at <= weekend.opened_at
         ORDER BY made.agreed_at DESC, made.revision DESC LIMIT 1),
       agreement_version,
       (SELECT agreement_version FROM curator_agreement AS undated
         WHERE undated.charity_id = $1 AND undated.curator_id = $2 AND undated.agreed_at IS NULL))
      WHERE charity_id = $1 AND curator_id = $2 AND opened_at IS NOT NULL`,
    [tx.charityId, curatorId],
  );
