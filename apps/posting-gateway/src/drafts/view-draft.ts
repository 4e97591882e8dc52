import { accept, type InputOf, type ResultOf, refuse, type viewDraft } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { findDraft } from './draft-row.js';
import { presentDraft } from './present-draft.js';

@Injectable()
export class ViewDraft implements Handles<typeof viewDraft> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, draftId }: InputOf<typeof viewDraft>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewDraft>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      const row = curatorId && (await findDraft(tx, { curatorId, draftId }));
      return row ? accept(await presentDraft(tx, this.vault, row)) : refuse('notFound');
    });
  }
}
