import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** Access ends with a curator's part in the charity: their very next call is refused, on every device. */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  async handle({ data }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await tx.query('DELETE FROM curator_session WHERE charity_id = $1 AND curator_id = $2', [
      tx.charityId,
      data.curatorId,
    ]);
  }
}
