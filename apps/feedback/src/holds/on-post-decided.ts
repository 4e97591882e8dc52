import type { FactOf, postDecided } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** The decision is about the last hold before it. Of parts of a thread that were not held there is none: they fell with it. */
@Injectable()
export class OnPostDecided implements Consumes<typeof postDecided> {
  async handle({ data, revision, time }: FactOf<typeof postDecided>, tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE hold SET decided_at = $4, verdict = $5, decided_by = $6
        WHERE charity_id = $1 AND post_id = $2 AND decided_at IS NULL
          AND revision = (SELECT max(revision) FROM hold WHERE charity_id = $1 AND post_id = $2 AND revision < $3)`,
      [tx.charityId, data.postId, revision, time, data.verdict, data.by ?? null],
    );
  }
}
