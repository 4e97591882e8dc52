import { checkDraft, verdictOf } from '@baton/checks';
import {
  accept,
  type Finding,
  type InputOf,
  type proposeEdit,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings } from '../posts/check-settings.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { pollToShow } from '../posts/post-text.js';
import { tell } from '../posts/tell.js';
import { claimOf, isAnothers, memberOf, refuseClaimed } from './claims.js';
import { isUnseen } from './distressing.js';
import { handedUpOf, refuseHandedUp } from './handed-up.js';
import { refuseNotHeld } from './no-longer-held.js';
import { proposalFor, putProposal } from './proposals.js';

const suggestion =
  'The team suggests other words. Take them and it goes, write your own, or take the post back.';

/** The team suggests other words for a held post; nobody but its author can put them there. The same again changes nothing. */
@Injectable()
export class ProposeEdit implements Handles<typeof proposeEdit> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId, edition, text, note }: InputOf<typeof proposeEdit>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof proposeEdit>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      if (row.state !== 'held') return refuseNotHeld(row);
      if (row.edition !== edition) return refuse('changedElsewhere');
      const claim = await claimOf(tx, postId);
      if (isAnothers(claim, caller)) return refuseClaimed(claim);
      const handedUp = refuseHandedUp(await handedUpOf(tx, postId), caller);
      if (handedUp) return handedUp;
      if (await isUnseen(tx, row, caller)) return refuse('notLookedAt');
      const findings = await this.findingsIn(tx, row, text);
      if (verdictOf(findings) === 'block') return refuse('proposalBlocked', { details: { findings } });
      const before = await proposalFor(tx, this.vault, row);
      if (before?.after === text && before.note === note) return accept({ ...before, findings });
      await putProposal(tx, this.vault, row, { by: memberOf(caller), text, note });
      await tell(tx, [postId], suggestion, 'team');
      await noteInAudit(tx, {
        by: caller,
        action: 'post.edit-proposed',
        about: postId,
        details: { edition },
      });
      const proposal = await proposalFor(tx, this.vault, row);
      if (!proposal) throw new Error('a proposal that was just written is not there');
      return accept({ ...proposal, findings });
    });
  }

  /** Not compared with who the author is: whoever suggests words could find out, try by try. That is done when they send them. */
  private async findingsIn(tx: Tx, row: PostRow, text: string): Promise<Finding[]> {
    const { policy } = await policyInForce(tx);
    const poll = await pollToShow(this.vault, tx, row);
    const draft = { text, poll: poll?.options ?? [], pictures: [] };
    return checkDraft(draft, await checkSettings(tx, policy));
  }
}
