import { accept, type InputOf, type listArchive, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import {
  countsOf,
  cursorOf,
  type EntryRow,
  entryColumns,
  presentEntry,
  publicEntries,
  readCursor,
  shownPicture,
  shownPost,
} from './public-entries.js';
import { queryFor } from './words-of.js';

type Input = InputOf<typeof listArchive>;
type Row = EntryRow & { readonly found: string | null; readonly cursor: string };

/** The year of an entry by the charity's own clock. */
const yearOf = `extract(year FROM e.opened_at AT TIME ZONE
  coalesce((SELECT zone FROM charity WHERE charity_id = $1), 'UTC'))::int`;

/**
 * `$6` is null where nothing is looked for. Entries are gone through from the newest on and only until a page is full, so that
 * a word that many have used is found as fast as none.
 */
const select = `
  WITH e AS MATERIALIZED (${publicEntries}),
  page AS (SELECT e.*, hit.ordinal
             FROM (SELECT * FROM e
                    WHERE ($2::int IS NULL OR ${yearOf} = $2::int)
                      AND ($3::timestamptz IS NULL OR (e.opened_at, e.takeover_id) < ($3::timestamptz, $4::uuid))
                    ORDER BY e.opened_at DESC, e.takeover_id DESC) AS e
             LEFT JOIN LATERAL (SELECT p.ordinal FROM archive_post p
                                 WHERE ${shownPost} AND p.charity_id = $1 AND p.words @@ $6::tsquery
                                 ORDER BY p.ordinal LIMIT 1) AS hit ON $6::tsquery IS NOT NULL
            WHERE $6::tsquery IS NULL OR hit.ordinal IS NOT NULL
               OR (NOT e.is_anonymous AND e.name_words @@ $6::tsquery)
            ORDER BY e.opened_at DESC, e.takeover_id DESC LIMIT $5)
  SELECT known.years, shown.*
    FROM (SELECT ARRAY(SELECT DISTINCT ${yearOf} FROM e ORDER BY 1 DESC) AS years) AS known
    LEFT JOIN (
      SELECT ${entryColumns}, left(found.text, 240) AS found, ${cursorOf} AS cursor
        FROM page AS e CROSS JOIN LATERAL (${countsOf(shownPost, shownPicture)}) AS counted
        LEFT JOIN archive_post found
               ON found.charity_id = e.charity_id AND found.takeover_id = e.takeover_id AND found.ordinal = e.ordinal
    ) AS shown ON true
   ORDER BY shown."openedAt" DESC, shown."takeoverId" DESC`;

/** What anybody may see, a page at a time. */
@Injectable()
export class ListArchive implements Handles<typeof listArchive> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(input: Input): Promise<ResultOf<typeof listArchive>> {
    const query = queryFor(input.q);
    const isNoWord = input.q !== '' && query === undefined;
    return this.database.inCharity(input.charityId, async (tx) => {
      const { years, rows } = await find(tx, input, query);
      const shown = isNoWord ? [] : rows.slice(0, input.limit);
      return accept({
        entries: shown.map((row) => ({ ...presentEntry(row), found: row.found })),
        next: rows.length > shown.length ? (shown.at(-1)?.cursor ?? null) : null,
        years,
      });
    });
  }
}

/** The years come with every row, and alone where there is none. */
async function find(tx: Tx, { charityId, year, after, limit }: Input, query: string | undefined) {
  const values = [charityId, year ?? null, ...readCursor(after), limit + 1, query ?? null];
  const found = await tx.query<{ years: number[] } & (Row | { readonly takeoverId: null })>(select, values);
  return { years: found[0]?.years ?? [], rows: found.filter((row) => row.takeoverId !== null) };
}
