import type { CuratorId, curatorLeft, FactOf, TakeoverId } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { forgetInArchive } from '../archive/archive-consent.js';
import { eraseNotes } from '../inbox/sealed-note.js';
import { shredPrints } from '../own-identity/kept-prints.js';
import { shredWords } from '../posts/post-text.js';
import { forgetPrepared } from '../rehearsing/erase-rehearsals.js';
import { eraseWishes } from '../shield/shield-wishes.js';
import { WithdrawCurator } from './withdraw-curator.js';

/** Everything they typed is made unreadable here, and no later word of the charity’s tells their name. */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(WithdrawCurator) private readonly curator: WithdrawCurator,
  ) {}

  async handle({ data, time }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await this.curator.withdraw(tx, data.curatorId, { wish: data.pastPosts, at: new Date(time) });
    await tx.query('DELETE FROM posting_preference WHERE charity_id = $1 AND curator_id = $2', [
      tx.charityId,
      data.curatorId,
    ]);
    await eraseWishes(tx, this.vault, data.curatorId);
    await forgetPrepared(tx, data.curatorId);
    await forgetInArchive(tx, data.curatorId);
    await shredPrints(tx, this.vault, data.curatorId);
    const takeovers = await forgetName(tx, data.curatorId);
    for (const takeoverId of takeovers) await shredWords(this.vault, tx, takeoverId);
    await eraseNotes(tx, takeovers);
  }
}

async function forgetName(tx: Tx, curatorId: CuratorId): Promise<TakeoverId[]> {
  const theirs = await tx.query<{ takeoverId: TakeoverId }>(
    `UPDATE takeover SET pen_name = '', identity_level = 'anonymous'
      WHERE charity_id = $1 AND curator_id = $2 RETURNING takeover_id AS "takeoverId"`,
    [tx.charityId, curatorId],
  );
  return theirs.map(({ takeoverId }) => takeoverId);
}
