import { accept, type InputOf, type ResultOf, refuse, type saveDraft } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillWrite } from '../consent/may-still-write.js';
import { sayPrepared } from '../rehearsing/say-prepared.js';
import { curatorOf } from '../takeovers/curator-of.js';
import type { DraftKey } from './draft-row.js';
import { presentDraft, summariseDraft } from './present-draft.js';
import { writeDraft } from './write-draft.js';

const most = 100;

/** Keeps what somebody is typing, finished or not. */
@Injectable()
export class SaveDraft implements Handles<typeof saveDraft> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, draftId, basedOn, ...content }: InputOf<typeof saveDraft>,
    call: CallContext,
  ): Promise<ResultOf<typeof saveDraft>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      const wish = { curatorId, draftId, basedOn, content };
      if (await isOneTooMany(tx, wish)) return refuse('tooManyDrafts');
      const { draft, conflict } = await writeDraft(tx, this.vault, wish);
      await sayPrepared(tx, curatorId, content);
      return accept({
        draft: await presentDraft(tx, this.vault, draft),
        conflict: conflict && (await summariseDraft(tx, this.vault, conflict)),
      });
    });
  }
}

/** What is open already is never one too many; nor are words beside a draft, or of a refused submission. */
async function isOneTooMany(tx: Tx, { curatorId, draftId }: DraftKey): Promise<boolean> {
  const [open] = await tx.query<{ all: number; isOpen: boolean | null }>(
    `SELECT count(*)::int AS "all", bool_or(draft_id = $3) AS "isOpen" FROM draft
      WHERE charity_id = $1 AND curator_id = $2 AND state = 'open'`,
    [tx.charityId, curatorId, draftId],
  );
  return !!open && !open.isOpen && open.all >= most;
}
