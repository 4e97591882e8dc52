import { accept, type InputOf, type ResultOf, refuse, type setWeekendNotes } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hasLeft } from '../takeovers/has-left.js';
import { weekendWith } from '../takeovers/read-weekends.js';
import { takeTurns } from '../takeovers/take-turns.js';
import { notesAbout } from './notes-about.js';
import { readNotes } from './read-notes.js';

type Wished = InputOf<typeof setWeekendNotes>;

/** Whoever saves what they did not see is told, and nothing is overwritten. The same notes again are the same notes. */
@Injectable()
export class SetWeekendNotes implements Handles<typeof setWeekendNotes> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle(wished: Wished): Promise<ResultOf<typeof setWeekendNotes>> {
    return this.database.inCharity(wished.charityId, async (tx) => {
      const weekend = await weekendWith(tx, wished.takeoverId);
      if (!weekend) return refuse('notFound');
      await takeTurns(tx, weekend.curatorId);
      if (await hasLeft(tx, weekend.curatorId)) return refuse('curatorLeft');
      const kept = await readNotes(tx, this.vault, weekend);
      if (kept.text === wished.text && kept.forReport === wished.forReport) return accept(kept);
      if (kept.version !== wished.version) return refuse('changedElsewhere');
      const sealed = await this.vault.seal(tx, notesAbout(weekend.curatorId), 'notes', wished.text);
      await tx.query(
        `INSERT INTO weekend_note (charity_id, takeover_id, version, sealed_text, for_report, changed_at)
         VALUES ($1, $2, $3, $4, $5, baton.now())
         ON CONFLICT (charity_id, takeover_id) DO UPDATE
           SET version = excluded.version, sealed_text = excluded.sealed_text, for_report = excluded.for_report,
               changed_at = excluded.changed_at`,
        [tx.charityId, wished.takeoverId, kept.version + 1, sealed, wished.forReport],
      );
      return accept(await readNotes(tx, this.vault, weekend));
    });
  }
}
