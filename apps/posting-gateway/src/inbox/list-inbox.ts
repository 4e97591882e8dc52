import {
  accept,
  type InputOf,
  type listInbox,
  type MentionId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { openMention } from './sealed-mention.js';

interface MentionRow {
  readonly mentionId: MentionId;
  readonly sealed: Buffer;
  readonly at: Date;
  readonly answered: boolean;
}

/** The messages of a takeover, newest first. */
@Injectable()
export class ListInbox implements Handles<typeof listInbox> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof listInbox>,
    call: CallContext,
  ): Promise<ResultOf<typeof listInbox>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const rows = await tx.query<MentionRow>(
        `SELECT mention_id AS "mentionId", sealed_words AS sealed, at,
                answered_at IS NOT NULL AS answered
           FROM mention WHERE charity_id = $1 AND takeover_id = $2 ORDER BY at DESC, x_post_id DESC`,
        [charityId, takeoverId],
      );
      const mentions = [];
      for (const { mentionId, at, answered, sealed } of rows) {
        const words = await openMention(this.vault, tx, { takeoverId, mentionId }, sealed);
        mentions.push({ mentionId, ...words, at: at.toISOString(), answered });
      }
      return accept({ mentions });
    });
  }
}
