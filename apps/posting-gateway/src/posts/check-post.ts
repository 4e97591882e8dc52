import { accept, type checkPost, type InputOf, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { checkDraft } from '../checks/check-draft.js';
import { longestPost, weightedLength } from '../checks/weighted-length.js';
import { finishedPictures } from '../media/finished-pictures.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { checkSettings } from './check-settings.js';

/** What the checks would say of a text that is still being written. Keeps nothing. */
@Injectable()
export class CheckPost implements Handles<typeof checkPost> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, text, mediaIds }: InputOf<typeof checkPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof checkPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { policy } = await policyInForce(tx);
      const curatorId = curatorOf(call);
      const pictures =
        curatorId && mediaIds.length > 0 ? await finishedPictures(tx, curatorId, mediaIds) : [];
      const weight = weightedLength(text);
      return accept({
        weightedLength: weight,
        remaining: longestPost - weight,
        findings: checkDraft({ text, pictures }, await checkSettings(tx, policy)),
      });
    });
  }
}
