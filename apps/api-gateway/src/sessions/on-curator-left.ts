import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeTurns } from './curator-sessions.js';

/**
 * Access ends with a curator’s part in the charity: their very next call is refused, on every device. A session that is being
 * opened at this moment takes turns with this, and finds that their part has ended.
 */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  async handle({ data }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await takeTurns(tx, data.curatorId);
    await tx.query(
      'INSERT INTO ended_curator (charity_id, curator_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [tx.charityId, data.curatorId],
    );
    await tx.query('DELETE FROM curator_session WHERE charity_id = $1 AND curator_id = $2', [
      tx.charityId,
      data.curatorId,
    ]);
    // Archives that are ready hold what they wrote: they end now, and the next round shreds their keys.
    await tx.query(`UPDATE export SET expires_at = baton.now() WHERE charity_id = $1 AND state = 'ready'`, [
      tx.charityId,
    ]);
  }
}
