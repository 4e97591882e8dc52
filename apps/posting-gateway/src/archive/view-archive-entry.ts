import { accept, type InputOf, type ResultOf, refuse, type viewArchiveEntry } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { aPageOf, type PostRowOfArchive, postColumns, postsAPage, presentArchived } from './entry-posts.js';
import {
  countsOf,
  type EntryRow,
  entryColumns,
  presentEntry,
  publicEntries,
  shownPicture,
  shownPost,
} from './public-entries.js';

const entryOf = `
  WITH e AS (${publicEntries} AND e.takeover_id = $2)
  SELECT ${entryColumns} FROM e CROSS JOIN LATERAL (${countsOf(shownPost, shownPicture)}) AS counted`;

const postsOf = `
  WITH e AS (${publicEntries} AND e.takeover_id = $2)
  SELECT ${postColumns(shownPicture)} FROM archive_post p JOIN e ON ${shownPost}
   WHERE p.charity_id = $1 AND p.takeover_id = $2 AND p.ordinal >= $3 ORDER BY p.ordinal LIMIT $4`;

/** One takeover as anybody may see it. What may not be seen is not told from what is not there. */
@Injectable()
export class ViewArchiveEntry implements Handles<typeof viewArchiveEntry> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({
    charityId,
    takeoverId,
    from,
  }: InputOf<typeof viewArchiveEntry>): Promise<ResultOf<typeof viewArchiveEntry>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [entry] = await tx.query<EntryRow>(entryOf, [charityId, takeoverId]);
      if (!entry) return refuse('notFound');
      const rows = await tx.query<PostRowOfArchive>(postsOf, [charityId, takeoverId, from, postsAPage + 1]);
      const { shown, next } = aPageOf(rows);
      return accept({ entry: presentEntry(entry), posts: shown.map(presentArchived), next });
    });
  }
}
