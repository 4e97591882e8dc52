import { checkDraft, tellsWho, weightedLength } from '@baton/checks';
import type { AccountId, CheckName } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Vault } from '@baton/persistence';
import { pulseCodeOf } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { accountForPosts } from '../account/connected-account.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { kindOfPost } from '../costs/kind-of-post.js';
import { noteSoftLimit } from '../costs/note-soft-limit.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { selfOf } from '../own-identity/kept-prints.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings } from '../posts/check-settings.js';
import { sealText } from '../posts/post-text.js';
import { type NewPost, storePosts } from '../posts/store-posts.js';
import { tell } from '../posts/tell.js';
import { whenDue } from '../posts/when-due.js';
import { Lanes } from '../publishing/lanes.js';
import { charityPostId } from './charity-post-id.js';
import { introduce } from './introduce.js';
import type { Takeover } from './read-takeover.js';

/** What the charity says about a takeover: each of them at most once. */
export type KindByCharity = 'introduction' | 'signOff' | 'cover';

const occasion: Record<KindByCharity, string> = {
  introduction: 'The takeover opened.',
  signOff: 'The takeover closed.',
  cover: 'The charity covers for its curator.',
};

interface Words {
  readonly kind: KindByCharity;
  /** The charity’s words, with places for the name and for when the team is back. */
  readonly template: string;
  readonly back?: string;
  /** How long it can be taken back: what nobody could take back goes at once. */
  readonly undoSeconds?: number;
}

/**
 * Queues what the charity itself says about a takeover. Once, however often it is asked; answers whether it waits to be said
 * now. A cover that was taken back before it was said can be queued again. Without an account nobody could say it, and
 * nothing is queued; for one to be connected again it waits.
 */
@Injectable()
export class QueueCharityPost {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async queue(tx: Tx, takeover: Takeover, words: Words): Promise<boolean> {
    const { takeoverId } = takeover;
    const account = await accountForPosts(tx);
    if (!account) return false;
    const { now } = await readSwitch(tx);
    const undoSeconds = words.undoSeconds ?? 0;
    const dueAt = whenDue({ now, end: takeover.closesAt, undoSeconds, timedFor: null });
    const text = await this.textOf(tx, takeover, words);
    const post = await this.newPost(tx, takeover, { kind: words.kind, text }, { ...account, now, dueAt });
    await this.lanes.wake(tx, account.accountId, dueAt);
    const [stored] = await storePosts(tx, [post]);
    const waits = stored !== undefined || (await isWaiting(tx, post)) || (await isQueuedAgain(tx, post));
    await noteSoftLimit(tx, this.config.X_PRICES, takeoverId);
    return waits;
  }

  /** A pen name that tells who its bearer is (a surname slipped in), or that no post could say, is not told. */
  private async textOf(tx: Tx, takeover: Takeover, { template, back }: Words): Promise<string> {
    const self = await selfOf(tx, this.vault, takeover.curatorId);
    const outs = self !== undefined && tellsWho(`I am ${takeover.penName}`, self);
    const isKept = outs || (await isUnspeakable(tx, takeover.penName));
    const identityLevel = isKept ? 'anonymous' : takeover.identityLevel;
    const pulse = new URL(`/p/${pulseCodeOf(tx.charityId, takeover.takeoverId)}`, this.config.PUBLIC_ORIGIN);
    const timed = back === undefined ? {} : { back };
    return introduce(template, { ...takeover, identityLevel, ...timed, pulse: pulse.href });
  }

  private async newPost(
    tx: Tx,
    { takeoverId }: Takeover,
    { kind, text }: { readonly kind: KindByCharity; readonly text: string },
    { accountId, now, dueAt }: { readonly accountId: AccountId; readonly now: Date; readonly dueAt: Date },
  ): Promise<NewPost> {
    const postId = charityPostId(takeoverId, kind);
    return {
      ...{ postId, takeoverId, kind, accountId, author: 'charity', curatorId: null },
      ...{ threadId: postId, position: 1, mediaIds: [], mentionId: null, replyToXPostId: null },
      ...{ sealedPoll: null, replySettings: 'everyone', timedFor: null, needsYes: false },
      ...{ awaitsDescription: false, findings: [] },
      costKind: kindOfPost({ text, answersMention: false }),
      sealedText: await sealText(this.vault, tx, { takeoverId, postId, text }),
      fingerprint: await this.vault.fingerprint(tx.charityId, 'post', text),
      weightedLength: weightedLength(text),
      ...{ acceptedAt: now, dueAt, state: 'queued' },
      story: [{ by: 'baton', what: occasion[kind] }],
    };
  }
}

/** It was queued before and has not gone yet. */
async function isWaiting(tx: Tx, { postId }: NewPost): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM post WHERE post_id = $1 AND state = 'queued'`, [postId]);
  return rows.length > 0;
}

/** What a cover says may have changed since it was taken back. One that may be out is not said again. */
async function isQueuedAgain(tx: Tx, post: NewPost): Promise<boolean> {
  const again = await tx.query(
    `UPDATE post SET state = 'queued', sealed_text = $2, fingerprint = $3, weighted_length = $4, cost_kind = $5,
                     accepted_at = $6, due_at = $7, edition = edition + 1
      WHERE post_id = $1 AND kind = 'cover' AND state = 'withdrawn' AND maybe_out_since IS NULL RETURNING 1`,
    [
      ...[post.postId, post.sealedText, post.fingerprint, post.weightedLength, post.costKind],
      ...[post.acceptedAt, post.dueAt],
    ],
  );
  if (again.length > 0) await tell(tx, [post.postId], occasion.cover);
  return again.length > 0;
}

/** What a name can be besides a name. Whose it is, is for `tellsWho`. */
const inNames: ReadonlySet<CheckName> = new Set([
  'controlCharacters',
  'crisis',
  'contactDetails',
  'identifiers',
  'links',
  'profanity',
  'watchedWords',
]);

/** Nobody looks at an introduction before it goes, so where a check would hold a name it is left out. */
async function isUnspeakable(tx: Tx, penName: string): Promise<boolean> {
  const { policy } = await policyInForce(tx);
  const found = checkDraft({ text: penName, poll: [], pictures: [] }, await checkSettings(tx, policy));
  return found.some(({ check, verdict }) => inNames.has(check) && verdict !== 'warn');
}
