import {
  accept,
  type InputOf,
  type listParked,
  type MentionId,
  type ResultOf,
  type TakeoverId,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { urlOfPost } from '../x/url-of-post.js';
import { openParkingNote } from './parking-note.js';
import { openMention } from './sealed-mention.js';

interface ParkedRow {
  readonly mentionId: MentionId;
  readonly takeoverId: TakeoverId;
  readonly xPostId: string;
  readonly sealed: Buffer;
  readonly sealedNote: Buffer;
  readonly at: Date;
  readonly parkedAt: Date;
  readonly waiting: number;
}

/** What waits for the team on Monday. */
@Injectable()
export class ListParked implements Handles<typeof listParked> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({ charityId, limit }: InputOf<typeof listParked>): Promise<ResultOf<typeof listParked>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<ParkedRow>(
        `SELECT mention_id AS "mentionId", takeover_id AS "takeoverId", x_post_id AS "xPostId", sealed_words AS sealed,
                sealed_parking_note AS "sealedNote", at, parked_at AS "parkedAt", (count(*) OVER ())::integer AS waiting
           FROM mention WHERE charity_id = $1 AND parked_at IS NOT NULL AND seen_to_at IS NULL
          ORDER BY parked_at, mention_id LIMIT $2`,
        [charityId, limit],
      );
      const parked = [];
      for (const { mentionId, takeoverId, xPostId, sealed, sealedNote, at, parkedAt } of rows) {
        const place = { charityId, takeoverId, mentionId };
        const { from, text } = await openMention(this.vault, tx, place, sealed);
        const note = await openParkingNote(this.vault, tx, place, sealedNote);
        const when = { at: at.toISOString(), parkedAt: parkedAt.toISOString() };
        parked.push({ mentionId, takeoverId, from, text, note, ...when, url: urlOfPost(xPostId) });
      }
      return accept({ parked, waiting: rows[0]?.waiting ?? 0 });
    });
  }
}
