import { accept, type InputOf, type ResultOf, type reviewArchive } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { KeptOut } from './entry-posts.js';
import { keptColumns, keptCounts, keptEntries, whose } from './kept-entries.js';
import { cursorOf, type EntryRow, presentEntry, readCursor } from './public-entries.js';

const aPage = 50;
const select = `
  WITH e AS (${keptEntries} AND ($3::timestamptz IS NULL OR (e.opened_at, e.takeover_id) < ($3::timestamptz, $4::uuid))
             ORDER BY e.opened_at DESC, e.takeover_id DESC LIMIT $5)
  SELECT ${keptColumns}, ${cursorOf} AS cursor FROM e ${keptCounts} ORDER BY e.opened_at DESC, e.takeover_id DESC`;

type Row = EntryRow & { readonly keptOutBy: KeptOut; readonly cursor: string };

/** What is in the archive, and what is kept out of it. */
@Injectable()
export class ReviewArchive implements Handles<typeof reviewArchive> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, after }: InputOf<typeof reviewArchive>,
    call: CallContext,
  ): Promise<ResultOf<typeof reviewArchive>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Row>(select, [charityId, whose(call), ...readCursor(after), aPage + 1]);
      const shown = rows.slice(0, aPage);
      return accept({
        entries: shown.map((row) => ({ ...presentEntry(row), keptOutBy: row.keptOutBy })),
        next: rows.length > shown.length ? (shown.at(-1)?.cursor ?? null) : null,
      });
    });
  }
}
