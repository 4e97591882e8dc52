import { weightedLength } from '@baton/checks';
import type { Tx } from '@baton/persistence';
import { Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { accountForPosts } from '../account/connected-account.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { kindOfPost } from '../costs/kind-of-post.js';
import { noteSoftLimit } from '../costs/note-soft-limit.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { sealText } from '../posts/post-text.js';
import { storePosts } from '../posts/store-posts.js';
import { Lanes } from '../publishing/lanes.js';
import { charityPostId } from './charity-post-id.js';
import type { Takeover } from './read-takeover.js';

/** What the charity says about a takeover: each of them at most once. */
export type KindByCharity = 'introduction' | 'signOff' | 'cover';

const occasion: Record<KindByCharity, string> = {
  introduction: 'The takeover opened.',
  signOff: 'The takeover closed.',
  cover: 'The charity covers for its curator.',
};

/**
 * Queues what the charity itself says about a takeover. Once, however often it is asked; answers whether it is queued now.
 * Without an account nobody could say it, and nothing is queued; for one to be connected again it waits.
 */
@Injectable()
export class QueueCharityPost {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async queue(tx: Tx, { takeoverId }: Takeover, kind: KindByCharity, text: string): Promise<boolean> {
    const account = await accountForPosts(tx);
    if (!account) return false;
    const { accountId } = account;
    const { now } = await readSwitch(tx);
    const postId = charityPostId(takeoverId, kind);
    await this.lanes.wake(tx, accountId, now);
    const stored = await storePosts(tx, [
      {
        ...{ postId, takeoverId, kind, accountId, author: 'charity', curatorId: null },
        ...{
          threadId: postId,
          position: 1,
          mediaIds: [],
          mentionId: null,
          replyToXPostId: null,
          findings: [],
        },
        ...{ sealedPoll: null, replySettings: 'everyone', timedFor: null, needsYes: false },
        awaitsDescription: false,
        costKind: kindOfPost({ text, answersMention: false }),
        sealedText: await sealText(this.vault, tx, { takeoverId, postId, text }),
        fingerprint: await this.vault.fingerprint(tx.charityId, 'post', text),
        weightedLength: weightedLength(text),
        ...{ acceptedAt: now, dueAt: now, state: 'queued' },
        story: [{ by: 'baton', what: occasion[kind] }],
      },
    ]);
    await noteSoftLimit(tx, this.config.X_PRICES, takeoverId);
    return stored.length > 0;
  }
}
