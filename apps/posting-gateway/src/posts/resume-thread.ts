import {
  accept,
  type InputOf,
  isRefusal,
  type PostContent,
  type PostId,
  type ResultOf,
  refuse,
  type resumeThread,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteSoftLimit } from '../costs/note-soft-limit.js';
import { draftOfChange } from '../drafts/derived-draft-id.js';
import { keepRefusedWords } from '../drafts/keep-refused-words.js';
import { putAway } from '../drafts/put-away.js';
import { wordsOfChange } from '../drafts/words-of-change.js';
import { holdSwitchStill } from '../kill-switch/read-switch.js';
import { Lanes } from '../publishing/lanes.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { decideAgain, fateAgain } from './decide-again.js';
import { decideResumption, type Resumption } from './decide-resumption.js';
import type { SubmitPlan } from './decide-submit.js';
import { findPostFor } from './find-post-for.js';
import { lockThread, type PostRow } from './post-row.js';
import { openPoll, openText } from './post-text.js';
import { presentPosts } from './present-posts.js';
import { readAgainSituation } from './read-again-situation.js';
import type { SubmitSurroundings } from './read-submit-situation.js';
import { rewritePost } from './rewrite-post.js';
import { tell } from './tell.js';

type Wish = InputOf<typeof resumeThread>;
type Part = { readonly postId: PostId } & PostContent;

/**
 * Goes on with a thread from the part that failed; a post that stands alone is a thread of one. The parts go back to
 * their places, so that the next answers the last that is out. The same wish again: the same answer. New words that are refused are
 * kept as a draft.
 */
@Injectable()
export class ResumeThread implements Handles<typeof resumeThread> {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Vault) readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async handle(wish: Wish, call: CallContext): Promise<ResultOf<typeof resumeThread>> {
    const answer = await this.resume(wish, call);
    const curatorId = curatorOf(call);
    if (!isRefusal(answer) || !curatorId) return answer;
    return keepRefusedWords(this, { ...wish, curatorId }, answer, (tx) => wordsOfChange(tx, curatorId, wish));
  }

  private async resume(wish: Wish, call: CallContext): Promise<ResultOf<typeof resumeThread>> {
    const { charityId, postId, basedOn, skip, parts } = wish;
    const fingerprint = await this.vault.fingerprint(charityId, 'post-edit', JSON.stringify(wish));
    return this.database.inCharity(charityId, async (tx) => {
      await holdSwitchStill(tx);
      const found = await findPostFor(tx, postId, call);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const resumption = decideResumption(await lockThread(tx, found.thread_id), {
        ...{ postId, basedOn, fingerprint, skip, curatorId: curatorOf(call) },
        changed: parts.map((part) => part.postId),
      });
      if (isRefusal(resumption)) return resumption;
      const refused = await this.goOn(tx, resumption.value, wish, fingerprint);
      if (refused) return refused;
      if (found.curator_id) await putAway(tx, found.curator_id, [draftOfChange(postId)], 'sent');
      if (found.takeover_id) await noteSoftLimit(tx, this.config.X_PRICES, found.takeover_id);
      const posts = await lockThread(tx, found.thread_id);
      return accept({ posts: await presentPosts(tx, this.vault, posts, 'author') });
    });
  }

  /** Answers with why it cannot be. */
  private async goOn(tx: Tx, rows: Resumption, wish: Wish, fingerprint: Buffer) {
    const [first] = rows;
    if (!first) return undefined;
    const parts: Part[] = [];
    for (const row of rows) {
      const words = wish.parts.find(({ postId }) => postId === row.post_id) ?? (await this.wordsOf(tx, row));
      if (!words) return refuse('wordsGone', { details: { postId: row.post_id } });
      parts.push(words);
    }
    const { situation, surroundings } = await readAgainSituation(tx, this.vault, first, {
      posts: parts,
      timedFor: wish.timedFor,
    });
    const plan = decideAgain(situation);
    if (isRefusal(plan)) return plan;
    if (wish.skip) await leaveOut(tx, wish.postId, fingerprint);
    await outdateThoseBehind(tx, rows);
    for (const [index, row] of rows.entries()) {
      const own = row.post_id === wish.postId ? fingerprint : null;
      await this.putBack(tx, row, { parts, index, plan: plan.value, surroundings, fingerprint: own });
    }
    return undefined;
  }

  /** The words it had, if they can still be read. */
  private async wordsOf(tx: Tx, row: PostRow): Promise<Part | undefined> {
    const { post_id: postId, media_ids: mediaIds } = row;
    try {
      const text = await openText(this.vault, tx, row);
      return { postId, text, mediaIds, poll: await openPoll(this.vault, tx, row) };
    } catch {
      return undefined;
    }
  }

  private async putBack(
    tx: Tx,
    row: PostRow,
    to: {
      readonly parts: readonly Part[];
      readonly index: number;
      readonly plan: SubmitPlan;
      readonly surroundings: SubmitSurroundings;
      readonly fingerprint: Buffer | null;
    },
  ): Promise<void> {
    const [content, planned] = [to.parts[to.index], to.plan.posts[to.index]];
    if (!content || !planned) throw new Error('the plan has another number of posts');
    const fate = fateAgain(row, planned);
    await rewritePost(tx, this.vault, row, {
      ...{ content, fingerprint: to.fingerprint, dueAt: to.plan.dueAt },
      ...{ timedFor: to.surroundings.timedFor, needsYes: to.surroundings.askFirst },
      findings: [...(to.surroundings.findings[to.index] ?? [])],
      ...{ state: fate.state, awaitsDescription: fate.awaitsDescription },
      story: [
        {
          by: 'author',
          what: row.stopped_with ? 'Its author goes on with the thread.' : 'Its author sends it again.',
        },
        ...fate.story,
      ],
    });
  }
}

/** It stays as it ended; that it was left out is its last change. */
async function leaveOut(tx: Tx, postId: PostId, fingerprint: Buffer): Promise<void> {
  await tx.query('UPDATE post SET edits = edits + 1, edit_fingerprint = $2 WHERE post_id = $1', [
    postId,
    fingerprint,
  ]);
  await tell(tx, [postId], 'Left out: its author goes on with the thread without it.', 'author');
}

/** What waits behind and is perhaps being made ready would answer the wrong part: it is made ready anew. */
async function outdateThoseBehind(tx: Tx, [first]: Resumption): Promise<void> {
  if (!first) return;
  await tx.query(
    `UPDATE post SET edition = edition + 1 WHERE thread_id = $1 AND position > $2 AND state = 'queued'`,
    [first.thread_id, first.position],
  );
}
