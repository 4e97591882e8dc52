import { accept, type InputOf, type ResultOf, refuse, type viewProposal } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findPostFor } from '../posts/find-post-for.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { isUnseen } from './distressing.js';
import { proposalFor } from './proposals.js';

/** What the team suggests, for the post's author and for the team. */
@Injectable()
export class ViewProposal implements Handles<typeof viewProposal> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof viewProposal>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewProposal>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await findPostFor(tx, postId, call);
      if (!row) return refuse('notFound');
      const curatorId = curatorOf(call);
      if (curatorId && curatorId !== row.curator_id) return refuse('notYours');
      if (await isUnseen(tx, row, call.caller)) return refuse('notLookedAt');
      return accept({ proposal: (await proposalFor(tx, this.vault, row)) ?? null });
    });
  }
}
