import { weightedLength } from '@baton/checks';
import {
  accept,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  type scheduleCharityPost,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { kindOfPost } from '../costs/kind-of-post.js';
import { findPost, type PostRow } from '../posts/post-row.js';
import { sealPoll, sealText } from '../posts/post-text.js';
import { presentPost } from '../posts/present-posts.js';
import { type NewPost, storePosts } from '../posts/store-posts.js';
import { Lanes } from '../publishing/lanes.js';
import { decideSchedule, type SchedulePlan, type ScheduleSituation } from './decide-schedule.js';
import { readScheduleSituation } from './read-schedule-situation.js';

type Wish = InputOf<typeof scheduleCharityPost>;

/** Takes in a post of the charity's own. The same again: the same answer; other words under a used id are refused. */
@Injectable()
export class ScheduleCharityPost implements Handles<typeof scheduleCharityPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async handle(wish: Wish, { caller }: CallContext): Promise<ResultOf<typeof scheduleCharityPost>> {
    const { charityId, postId } = wish;
    const fingerprint = await this.vault.fingerprint(charityId, 'charity-post', JSON.stringify(wish));
    return this.database.inCharity(charityId, async (tx) => {
      const earlier = await findPost(tx, postId);
      if (earlier) return this.answerAgain(tx, earlier, fingerprint);
      const situation = await readScheduleSituation(tx, wish);
      const plan = decideSchedule(situation);
      if (isRefusal(plan)) return plan;
      const post = await this.newPost(tx, wish, situation, plan.value, fingerprint);
      const [stored] = await storePosts(tx, [post]);
      // Of two equal wishes at once the second waited in storePosts for the first.
      if (!stored) return this.answerAgain(tx, await findPost(tx, postId), fingerprint);
      await this.lanes.wake(tx, stored.account_id, stored.due_at);
      await noteInAudit(tx, { by: caller, action: 'charity-post.scheduled', about: postId });
      return accept(await presentPost(tx, this.vault, postId, 'author'));
    });
  }

  private async answerAgain(tx: Tx, row: PostRow | undefined, fingerprint: Buffer) {
    if (!row?.fingerprint.equals(fingerprint)) return refuse('idReused');
    return accept(await presentPost(tx, this.vault, row.post_id, 'author'));
  }

  private async newPost(
    tx: Tx,
    { postId, text, poll, replySettings }: Wish,
    { now, timedFor }: ScheduleSituation,
    { accountId, dueAt, findings, story }: SchedulePlan,
    fingerprint: Buffer,
  ): Promise<NewPost> {
    const takeoverId = null;
    return {
      ...{ postId, takeoverId, accountId, author: 'charity', curatorId: null, kind: 'own' },
      ...{ threadId: postId, position: 1, mediaIds: [], mentionId: null, replyToXPostId: null },
      sealedText: await sealText(this.vault, tx, { takeoverId, postId, text }),
      sealedPoll: await sealPoll(this.vault, tx, { takeoverId, postId, poll }),
      weightedLength: weightedLength(text),
      costKind: kindOfPost({ text, answersMention: false }),
      ...{ fingerprint, replySettings, timedFor, needsYes: false, awaitsDescription: false },
      ...{ findings, story, acceptedAt: now, dueAt, state: 'queued' },
    };
  }
}
