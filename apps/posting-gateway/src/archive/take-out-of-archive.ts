import { accept, type InputOf, type ResultOf, refuse, type takeOutOfArchive } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { sealArchiveReason } from '../posts/post-text.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { idOf, lockInArchive, whoKeepsOut } from './find-in-archive.js';
import { bringInLine } from './kept-out.js';

type Input = InputOf<typeof takeOutOfArchive>;

/** From the commit on nobody sees it any more. */
@Injectable()
export class TakeOutOfArchive implements Handles<typeof takeOutOfArchive> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(input: Input, call: CallContext): Promise<ResultOf<typeof takeOutOfArchive>> {
    const curatorId = curatorOf(call);
    return this.database.inCharity(input.charityId, async (tx) => {
      if (!(await lockInArchive(tx, input, curatorId))) return refuse('notFound');
      if (!curatorId && input.reason === '') return refuse('reasonMissing');
      const by = curatorId ? 'curator' : 'team';
      if (await this.keepOut(tx, input, by)) {
        await bringInLine(tx, input.takeoverId);
        await noteInAudit(tx, { by: call.caller, action: 'archive.taken-out', about: idOf(input) });
      }
      return accept({ keptOutBy: await whoKeepsOut(tx, input) });
    });
  }

  /** Answers whether it is new; another reason takes the place of the one before. */
  private async keepOut(tx: Tx, input: Input, by: 'curator' | 'team'): Promise<boolean> {
    const { takeoverId, reason } = input;
    const what = idOf(input);
    const sealed = reason === '' ? null : await sealArchiveReason(this.vault, tx, takeoverId, what, reason);
    const [kept] = await tx.query<{ isNew: boolean }>(
      `INSERT INTO archive_out (charity_id, takeover_id, what, kept_out_by, sealed_reason) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (charity_id, takeover_id, what, kept_out_by) DO UPDATE SET sealed_reason = excluded.sealed_reason
       RETURNING xmax = 0 AS "isNew"`,
      [tx.charityId, takeoverId, what, by, sealed],
    );
    return kept?.isNew === true;
  }
}
