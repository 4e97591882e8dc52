import { type FactOf, Retention, type retentionSet } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

const { pulseWords: usually } = Retention.parse({});

/** From now on words are kept so long; pulses that are over are looked at anew. An older fact changes nothing. */
@Injectable()
export class OnRetentionSet implements Consumes<typeof retentionSet> {
  async handle({ data, revision }: FactOf<typeof retentionSet>, tx: Tx): Promise<void> {
    const changed = await tx.query(
      `INSERT INTO retention AS known (charity_id, pulse_words_days, revision) VALUES ($1, $2, $3)
       ON CONFLICT (charity_id) DO UPDATE
          SET pulse_words_days = excluded.pulse_words_days, revision = excluded.revision
        WHERE known.revision < excluded.revision RETURNING 1`,
      [tx.charityId, data.pulseWords ?? usually, revision],
    );
    if (changed.length === 0) return;
    await tx.query(
      `UPDATE pulse SET next_round_at = baton.now()
        WHERE charity_id = $1 AND next_round_at IS NOT NULL AND closes_at <= baton.now()`,
      [tx.charityId],
    );
  }
}
