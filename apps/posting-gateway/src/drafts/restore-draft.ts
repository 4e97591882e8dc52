import { accept, type InputOf, type ResultOf, refuse, type restoreDraft } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { findDraft } from './draft-row.js';
import { summariseDraft } from './present-draft.js';
import { reopen } from './write-draft.js';

/** Undoes a discarding, or gives the words of what was sent to be used again. Again: the same answer. */
@Injectable()
export class RestoreDraft implements Handles<typeof restoreDraft> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, draftId }: InputOf<typeof restoreDraft>,
    call: CallContext,
  ): Promise<ResultOf<typeof restoreDraft>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      const row = curatorId && (await findDraft(tx, { curatorId, draftId }));
      if (!row) return refuse('notFound');
      return accept(await summariseDraft(tx, this.vault, await reopen(tx, row)));
    });
  }
}
