import { weightedLength } from '@baton/checks';
import {
  accept,
  type InputOf,
  isRefusal,
  type Post,
  postHeld,
  type Result,
  type ResultOf,
  refuse,
  type submitPosts,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { kindOfPost } from '../costs/kind-of-post.js';
import { noteSoftLimit } from '../costs/note-soft-limit.js';
import { refuseOverBudget } from '../costs/refuse-over-budget.js';
import { openFollowUps } from '../crisis/open-follow-up.js';
import { keepRefusedWords } from '../drafts/keep-refused-words.js';
import { putAway } from '../drafts/put-away.js';
import { draftsOf, wordsOfSubmission } from '../drafts/words-of-submission.js';
import { Lanes } from '../publishing/lanes.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { hasEnded } from '../takeovers/has-ended.js';
import { decideSubmit, type SubmitPlan } from './decide-submit.js';
import { fingerprintsOf } from './fingerprint-posts.js';
import { aboutPost, factHead } from './post-facts.js';
import type { PostRow } from './post-row.js';
import { sealPoll, sealText } from './post-text.js';
import { presentPosts } from './present-posts.js';
import { readSubmitSituation, type SubmitSurroundings } from './read-submit-situation.js';
import { type NewPost, storePosts } from './store-posts.js';

type Submission = InputOf<typeof submitPosts>;

/** Whoever sent these has no place here for words, or the words are here already. After all others they are a draft. */
const losesWords: ReadonlySet<string> = new Set(['consentWithdrawn', 'notYours', 'notFound', 'idReused']);

/**
 * Takes in a post or a thread: checks, decides and writes in one transaction. Sending the same posts
 * again gives the same answer, whatever has become of them; other words under a used id are refused.
 * What is refused is kept as a draft.
 */
@Injectable()
export class SubmitPosts implements Handles<typeof submitPosts> {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Vault) readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async handle(submission: Submission, call: CallContext): Promise<ResultOf<typeof submitPosts>> {
    const answer = await this.take(submission, call);
    const curatorId = curatorOf(call);
    if (!isRefusal(answer) || !curatorId || losesWords.has(answer.refusal.code)) return answer;
    return keepRefusedWords(this, { ...submission, curatorId }, answer, async () =>
      wordsOfSubmission(submission),
    );
  }

  private async take(submission: Submission, call: CallContext): Promise<ResultOf<typeof submitPosts>> {
    const fingerprints = await fingerprintsOf(this.vault, submission);
    return this.database.inCharity(submission.charityId, async (tx) => {
      const earlier = await this.answerAgain(tx, submission, fingerprints);
      if (earlier) return earlier;
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notYours');
      const { situation, surroundings } = await readSubmitSituation(tx, this.vault, submission, curatorId);
      const plan = decideSubmit(situation);
      if (isRefusal(plan)) return plan;
      const tooDear = await refuseOverBudget(tx, this.config.X_PRICES, submission);
      if (tooDear) return tooDear;
      const posts = await this.plannedPosts(tx, submission, fingerprints, plan.value, surroundings);
      const stored = await storePosts(tx, posts);
      // Of two equal submissions at once the second waited in storePosts for the first.
      if (stored.length < posts.length) {
        return (await this.answerAgain(tx, submission, fingerprints)) ?? refuse('idReused');
      }
      await openFollowUps(tx, stored);
      await this.setOff(tx, stored, plan.value);
      if (await hasEnded(tx, submission.takeoverId)) return refuse('windowClosed');
      await putAway(tx, curatorId, draftsOf(submission), 'sent');
      await noteSoftLimit(tx, this.config.X_PRICES, submission.takeoverId);
      return accept({ posts: await presentPosts(tx, this.vault, stored, 'author') });
    });
  }

  /** The answer to posts that are here already; nothing if none of them is. */
  private async answerAgain(
    tx: Tx,
    { posts }: Submission,
    fingerprints: readonly Buffer[],
  ): Promise<Result<{ posts: Post[] }, 'idReused'> | undefined> {
    const ids = posts.map(({ postId }) => postId);
    const known = await tx.query<PostRow>('SELECT * FROM post WHERE post_id = ANY($1) ORDER BY sequence', [
      ids,
    ]);
    if (known.length === 0) return undefined;
    const same = posts.every(({ postId }, index) => {
      const row = known.find((candidate) => candidate.post_id === postId);
      return row && fingerprints[index]?.equals(row.fingerprint);
    });
    return same ? accept({ posts: await presentPosts(tx, this.vault, known, 'author') }) : refuse('idReused');
  }

  private async plannedPosts(
    tx: Tx,
    { posts, takeoverId, inReplyTo, replySettings }: Submission,
    fingerprints: readonly Buffer[],
    plan: SubmitPlan,
    { curatorId, now, findings, replyToXPostId, timedFor, askFirst }: SubmitSurroundings,
  ): Promise<NewPost[]> {
    const planned: NewPost[] = [];
    const [first] = posts;
    for (const [index, { postId, text, mediaIds, poll }] of posts.entries()) {
      const fate = plan.posts[index];
      const fingerprint = fingerprints[index];
      if (!fate || !fingerprint || !first) throw new Error('the plan has another number of posts');
      planned.push({
        ...{ postId, takeoverId, mediaIds, fingerprint, curatorId },
        ...{ accountId: plan.accountId, author: 'curator', kind: inReplyTo ? 'reply' : 'post' },
        ...{ threadId: first.postId, position: index + 1 },
        sealedText: await sealText(this.vault, tx, { takeoverId, postId, text }),
        sealedPoll: await sealPoll(this.vault, tx, { takeoverId, postId, poll }),
        ...{ replySettings, timedFor, needsYes: askFirst },
        weightedLength: weightedLength(text),
        mentionId: inReplyTo ?? null,
        costKind: kindOfPost({ text, answersMention: inReplyTo !== undefined && index === 0 }),
        replyToXPostId: index === 0 ? replyToXPostId : null,
        findings: findings[index] ?? [],
        ...{ acceptedAt: now, dueAt: plan.dueAt, state: fate.state, story: fate.story },
        ...{ awaitsDescription: fate.awaitsDescription, heldBySwitch: fate.heldBySwitch },
      });
    }
    return planned;
  }

  /** Tells of what is held and wakes the lane for what is not. */
  private async setOff(tx: Tx, stored: readonly PostRow[], plan: SubmitPlan): Promise<void> {
    const held = stored.filter((row) => row.state === 'held');
    await appendFacts(
      tx,
      ...held.map((row) =>
        newFact(postHeld, {
          ...factHead(row),
          data: { ...aboutPost(row), checks: row.findings.map(({ check }) => check) },
        }),
      ),
    );
    if (held.length === 0) await this.lanes.wake(tx, plan.accountId, plan.dueAt);
  }
}
