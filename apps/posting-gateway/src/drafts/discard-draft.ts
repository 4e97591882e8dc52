import { accept, type discardDraft, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { findDraft } from './draft-row.js';
import { summariseDraft } from './present-draft.js';
import { putAway } from './put-away.js';

/** Puts a draft away; one that is put away already stays so. */
@Injectable()
export class DiscardDraft implements Handles<typeof discardDraft> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, draftId }: InputOf<typeof discardDraft>,
    call: CallContext,
  ): Promise<ResultOf<typeof discardDraft>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      await putAway(tx, curatorId, [draftId], 'discarded');
      const row = await findDraft(tx, { curatorId, draftId });
      return row ? accept(await summariseDraft(tx, this.vault, row)) : refuse('notFound');
    });
  }
}
