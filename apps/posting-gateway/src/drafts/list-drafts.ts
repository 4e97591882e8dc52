import { accept, type DraftSummary, type InputOf, type listDrafts, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { type DraftRow, isThere } from './draft-row.js';
import { summariseDraft } from './present-draft.js';

const most = 200;

/** A curator’s own drafts, on whatever device they were begun. */
@Injectable()
export class ListDrafts implements Handles<typeof listDrafts> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, state }: InputOf<typeof listDrafts>,
    call: CallContext,
  ): Promise<ResultOf<typeof listDrafts>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<DraftRow>(
        `SELECT * FROM draft WHERE charity_id = $1 AND curator_id = $2 AND state = $3 AND ${isThere}
          ORDER BY changed_at DESC, draft_id LIMIT ${most}`,
        [charityId, curatorOf(call), state],
      );
      const drafts: DraftSummary[] = [];
      for (const row of rows) drafts.push(await summariseDraft(tx, this.vault, row));
      return accept({ drafts });
    });
  }
}
