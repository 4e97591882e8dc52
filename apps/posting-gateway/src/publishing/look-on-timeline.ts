import type { CharityId, PostId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCost } from '../costs/note-costs.js';
import { findPost, type PostRow } from '../posts/post-row.js';
import { textToShow } from '../posts/post-text.js';
import { type OwnPost, XAccount } from '../x/x-account.js';
import { findOnTimeline } from './find-on-timeline.js';
import type { KnownOutcome } from './settle-outcome.js';

/** X's clock and ours may differ by this. */
const clocksDifferMs = 30_000;

export type Look =
  | { readonly seen: 'there'; readonly post: OwnPost }
  /** `complete`: X showed everything since the attempt began. That it is not there now proves nothing. */
  | { readonly seen: 'notThere'; readonly complete: boolean }
  | { readonly seen: 'notYet'; readonly retryAt: Date };

/** Looks for a post that X may have on the account's own timeline. Changes nothing. */
@Injectable()
export class LookOnTimeline {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XAccount) private readonly x: XAccount,
    @Inject(Log) private readonly log: Log,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async look(charityId: CharityId, postId: PostId): Promise<Look> {
    const sought = await this.database.inCharity(charityId, async (tx) => {
      const row = await findPost(tx, postId);
      return (
        row && { row, text: await textToShow(this.vault, tx, row), replyTarget: await replyTargetOf(tx, row) }
      );
    });
    if (!sought?.row.maybe_out_since) return { seen: 'notThere', complete: true };
    // Words that do not open any more cannot be recognised; a person may.
    if (sought.text === '') return { seen: 'notThere', complete: false };
    const since = new Date(sought.row.maybe_out_since.getTime() - clocksDifferMs);
    const timeline = await this.x.ownPosts(charityId, sought.row.account_id, since);
    if ('retryAt' in timeline) return { seen: 'notYet', retryAt: timeline.retryAt };
    const known = await this.noteRead(charityId, sought.row, timeline.posts);
    const found = findOnTimeline(
      { text: sought.text, replyToXPostId: sought.replyTarget },
      timeline.posts,
      known,
    );
    return found ? { seen: 'there', post: found } : { seen: 'notThere', complete: timeline.complete };
  }

  /** A person chose to send it again; if it has shown itself meanwhile, or nobody can tell, it is not sent. */
  async onceMore(charityId: CharityId, postId: PostId): Promise<KnownOutcome | undefined> {
    const look = await this.look(charityId, postId).catch((error: unknown) => {
      this.log.fault('look once more', error, { postId });
      return { seen: 'fault' } as const;
    });
    if (look.seen === 'fault') return { outcome: 'notReady' };
    if (look.seen === 'notYet') return { outcome: 'cannotLook', until: look.retryAt };
    if (look.seen === 'notThere') return undefined;
    return { outcome: 'seen', xPostId: look.post.xPostId, at: look.post.createdAt };
  }

  /** X takes money for each post it shows. Answers which of them are known here. */
  private noteRead(charityId: CharityId, row: PostRow, posts: readonly OwnPost[]): Promise<Set<string>> {
    return this.database.inCharity(charityId, async (tx) => {
      const read = { accountId: row.account_id, takeoverId: row.takeover_id, units: posts.length };
      await noteCost(tx, this.config.X_PRICES, { ...read, kind: 'ownRead' });
      const known = await tx.query<{ x_post_id: string }>(
        'SELECT x_post_id FROM post WHERE account_id = $1 AND x_post_id = ANY($2)',
        [row.account_id, posts.map((post) => post.xPostId)],
      );
      return new Set(known.map((post) => post.x_post_id));
    });
  }
}

/** What X was told this post answers: the nearest part before it that was out then, or the mention. */
async function replyTargetOf(tx: Tx, row: PostRow): Promise<string | null> {
  const [told] = await tx.query<{ target: string | null }>(
    `SELECT coalesce(
       (SELECT x_post_id FROM post WHERE thread_id = $1 AND position < $2 AND x_post_id IS NOT NULL
                                     AND coalesce(deleted_at > $3, true) ORDER BY position DESC LIMIT 1),
       (SELECT reply_to_x_post_id FROM post WHERE post_id = $1)) AS target`,
    [row.thread_id, row.position, row.maybe_out_since],
  );
  return told?.target ?? null;
}
