import type { FactOf, takeoverGivenBack } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteIncident } from './note-incident.js';

@Injectable()
export class OnTakeoverGivenBack implements Consumes<typeof takeoverGivenBack> {
  async handle({ id, data }: FactOf<typeof takeoverGivenBack>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, givenBackAt } = data;
    await noteIncident(tx, { id, kind: 'givenBack', at: givenBackAt, takeoverId });
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, given_back_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE SET given_back_at = excluded.given_back_at`,
      [tx.charityId, takeoverId, curatorId, givenBackAt],
    );
  }
}
