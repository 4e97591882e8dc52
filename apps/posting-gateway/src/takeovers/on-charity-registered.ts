import type { charityRegistered, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { createDefaultPolicy } from '../policy/create-default-policy.js';

/** A charity begins with its switch off, the default policy and retention. A switch thrown before this was heard stays thrown. */
@Injectable()
export class OnCharityRegistered implements Consumes<typeof charityRegistered> {
  async handle({ data }: FactOf<typeof charityRegistered>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO charity (charity_id, name, zone) VALUES ($1, $2, $3)', [
      tx.charityId,
      data.name,
      data.zone,
    ]);
    await tx.query(
      `INSERT INTO kill_switch (charity_id, mode, revision) VALUES ($1, 'off', 0)
       ON CONFLICT (charity_id) DO NOTHING`,
      [tx.charityId],
    );
    await tx.query('INSERT INTO retention (charity_id) VALUES ($1) ON CONFLICT DO NOTHING', [tx.charityId]);
    await createDefaultPolicy(tx);
  }
}
