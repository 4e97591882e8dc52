import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { policyInForce } from '../policy/policy-in-force.js';
import { whenBack } from './introduce.js';
import { QueueCharityPost } from './queue-charity-post.js';
import type { Takeover } from './read-takeover.js';

/**
 * The charity says that its curator is away for now or has stopped, if it wants that said: once a takeover, without a reason,
 * and true until the takeover’s planned end. Of a rest the curator has the seconds to undo, as of a post. Answers whether it
 * waits to be said.
 */
@Injectable()
export class CoverForCurator {
  constructor(@Inject(QueueCharityPost) private readonly charityPost: QueueCharityPost) {}

  async cover(tx: Tx, takeover: Takeover, occasion: 'rest' | 'ending'): Promise<boolean> {
    const { policy } = await policyInForce(tx);
    const isWanted =
      policy.coverOn === 'restAndEnding' || (policy.coverOn === 'ending' && occasion === 'ending');
    if (!isWanted || policy.cover === '') return false;
    const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity');
    const back = whenBack(takeover.closesAt, charity?.zone ?? 'UTC');
    const undoSeconds = occasion === 'rest' ? policy.undoSeconds : 0;
    return this.charityPost.queue(tx, takeover, { kind: 'cover', template: policy.cover, back, undoSeconds });
  }
}
