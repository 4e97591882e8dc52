import {
  accept,
  type InputOf,
  type listParked,
  type MentionConcern,
  type MentionId,
  type ResultOf,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { urlOfPost } from '../x/url-of-post.js';
import { messagesHiddenFrom } from './hidden-messages.js';
import { openMention } from './sealed-mention.js';
import { openNote } from './sealed-note.js';

interface ParkedRow {
  readonly mentionId: MentionId;
  readonly takeoverId: TakeoverId;
  readonly xPostId: string;
  readonly sealed: Buffer;
  readonly sealedNote: Buffer;
  readonly at: Date;
  readonly parkedAt: Date;
  readonly kinds: readonly MentionConcern[] | null;
  readonly waiting: number;
}

/** What waits for the team on Monday. */
@Injectable()
export class ListParked implements Handles<typeof listParked> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, limit }: InputOf<typeof listParked>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listParked>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<ParkedRow>(
        `SELECT mention_id AS "mentionId", takeover_id AS "takeoverId", x_post_id AS "xPostId", sealed_words AS sealed,
                sealed_parking_note AS "sealedNote", at, parked_at AS "parkedAt", set_aside AS kinds, (count(*) OVER ())::integer AS waiting
           FROM mention WHERE charity_id = $1 AND parked_at IS NOT NULL AND seen_to_at IS NULL
          ORDER BY parked_at, mention_id LIMIT $2`,
        [charityId, limit],
      );
      const hard = await messagesHiddenFrom(tx, caller, rows);
      const parked = [];
      for (const { mentionId, takeoverId, xPostId, sealed, sealedNote, at, parkedAt } of rows) {
        const place = { charityId, takeoverId, mentionId };
        const hidden = hard.has(mentionId);
        const words = hidden ? { from: '', text: '' } : await openMention(this.vault, tx, place, sealed);
        const note = hidden ? '' : await openNote(this.vault, tx, place, 'parked', sealedNote);
        const when = { at: at.toISOString(), parkedAt: parkedAt.toISOString() };
        parked.push({ mentionId, takeoverId, ...words, hidden, note, ...when, url: urlOfPost(xPostId) });
      }
      return accept({ parked, waiting: rows[0]?.waiting ?? 0 });
    });
  }
}
