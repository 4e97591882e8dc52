import {
  accept,
  type checkPost,
  type InputOf,
  type PriceList,
  type ResultOf,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { kindOfPost } from '../costs/kind-of-post.js';
import { readCosts } from '../costs/read-costs.js';
import { wordsForPost } from '../costs/words-for-costs.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { checkWriting } from './check-writing.js';

/** What the checks would say of a text that is still being written. Keeps nothing. */
@Injectable()
export class CheckPost implements Handles<typeof checkPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  handle(
    { charityId, takeoverId, ...content }: InputOf<typeof checkPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof checkPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      return accept({
        ...(await checkWriting(tx, this.vault, curatorId, content)),
        cost: await costOf(tx, this.config.X_PRICES, takeoverId, content.text),
      });
    });
  }
}

/** As a post of its own; an answer to a mention is a little cheaper. */
async function costOf(tx: Tx, prices: PriceList, takeoverId: TakeoverId, text: string) {
  const kind = kindOfPost({ text, answersMention: false });
  const microUsd = prices.microUsd[kind];
  const costs = await readCosts(tx, prices, takeoverId);
  return { microUsd, words: wordsForPost(kind, microUsd, prices.microUsd.post, costs) };
}
