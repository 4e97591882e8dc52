import { accept, type InputOf, type ResultOf, refuse, type reviewArchiveEntry } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import {
  aPageOf,
  type KeptOut,
  type PostRowOfArchive,
  postColumns,
  postsAPage,
  presentArchived,
} from './entry-posts.js';
import { keptColumns, keptCounts, keptEntries, whose } from './kept-entries.js';
import { keptOutBy } from './kept-out.js';
import { type EntryRow, presentEntry } from './public-entries.js';
import { reasonFor } from './reason-for.js';

const entryOf = `
  WITH e AS (${keptEntries} AND e.takeover_id = $3) SELECT ${keptColumns} FROM e ${keptCounts}`;

const postsOf = `
  SELECT ${postColumns('true', `, 'keptOutBy', ${keptOutBy('a.media_id', 'p.takeover_id')}`)},
         ${keptOutBy('p.post_id', 'p.takeover_id')} AS "keptOutBy"
    FROM archive_post p
   WHERE p.charity_id = $1 AND p.takeover_id = $2 AND p.ordinal >= $3 ORDER BY p.ordinal LIMIT $4`;

type Entry = EntryRow & { readonly keptOutBy: KeptOut };

/** One takeover as its curator and the team see it: everything there is, and by whom it is kept out. */
@Injectable()
export class ReviewArchiveEntry implements Handles<typeof reviewArchiveEntry> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId, from }: InputOf<typeof reviewArchiveEntry>,
    call: CallContext,
  ): Promise<ResultOf<typeof reviewArchiveEntry>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [entry] = await tx.query<Entry>(entryOf, [charityId, whose(call), takeoverId]);
      if (!entry) return refuse('notFound');
      const { shown, next } = aPageOf(await readPosts(tx, takeoverId, from));
      const isTeam = whose(call) === null;
      return accept({
        entry: { ...presentEntry(entry), keptOutBy: entry.keptOutBy },
        reason: isTeam ? await reasonFor(tx, this.vault, takeoverId) : null,
        posts: shown.map((row) => ({
          ...presentArchived(row),
          pictures: row.pictures,
          keptOutBy: row.keptOutBy,
        })),
        next,
      });
    });
  }
}

const readPosts = (tx: Tx, takeoverId: string, from: number): Promise<PostRowOfArchive[]> =>
  tx.query<PostRowOfArchive>(postsOf, [tx.charityId, takeoverId, from, postsAPage + 1]);
