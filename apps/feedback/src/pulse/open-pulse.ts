import { type FactOf, pulseDays, type takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { pulseCodeOf } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { SecretOfPulse } from './secret-of-pulse.js';

const open = `
  INSERT INTO pulse (charity_id, takeover_id, code, opens_at, closes_at, next_round_at)
  SELECT $1, $2, $3, baton.now(), ends_at, ends_at FROM (SELECT baton.now() + make_interval(days => $4) AS ends_at) AS week
  ON CONFLICT (charity_id, takeover_id) DO NOTHING RETURNING 1`;

/** A takeover ended, and its followers are asked. Of one that never was nobody is. */
@Injectable()
export class OpenPulse implements Consumes<typeof takeoverClosed> {
  constructor(private readonly vault: Vault) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, opened: everOpened = true } = data;
    if (!everOpened) return;
    const code = pulseCodeOf(tx.charityId, takeoverId);
    const opened = await tx.query(open, [tx.charityId, takeoverId, code, pulseDays]);
    if (opened.length > 0) await SecretOfPulse.make(tx, this.vault, takeoverId);
  }
}
