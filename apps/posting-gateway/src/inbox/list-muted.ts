import {
  accept,
  type InputOf,
  type listMuted,
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

interface MutedRow {
  readonly mentionId: MentionId;
  readonly sealed: Buffer;
  readonly mutedAt: Date;
  readonly confirmedAt: Date | null;
}

/** Whom a curator does not read, so that they can change their mind and the team can make it its own. */
@Injectable()
export class ListMuted implements Handles<typeof listMuted> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof listMuted>,
    call: CallContext,
  ): Promise<ResultOf<typeof listMuted>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const rows = await tx.query<MutedRow>(
        `SELECT mention_id AS "mentionId", sealed_words AS sealed, muted_at AS "mutedAt", mute_confirmed_at AS "confirmedAt"
           FROM mention WHERE charity_id = $1 AND takeover_id = $2 AND muted_at IS NOT NULL
          ORDER BY muted_at, mention_id`,
        [charityId, takeoverId],
      );
      const muted = [];
      for (const { mentionId, sealed, mutedAt, confirmedAt } of rows) {
        const { from } = await openMention(this.vault, tx, { takeoverId, mentionId }, sealed);
        const when = { mutedAt: mutedAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null };
        muted.push({ mentionId, from, ...when });
      }
      return accept({ muted });
    });
  }
}
