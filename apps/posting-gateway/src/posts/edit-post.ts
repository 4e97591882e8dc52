import { accept, type editPost, type InputOf, isRefusal, type ResultOf, refuse } from '@baton/contracts';
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
import { approvePost } from '../review/approve-post.js';
import { isAsProposed } from '../review/proposals.js';
import { sayOver } from '../review/team-waits.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { decideAgain, fateAgain } from './decide-again.js';
import { decideEdit } from './decide-edit.js';
import type { PlannedPost } from './decide-submit.js';
import { findPostFor } from './find-post-for.js';
import { lockPost, type PostRow } from './post-row.js';
import { presentPost } from './present-posts.js';
import { readAgainSituation } from './read-again-situation.js';
import { rewritePost } from './rewrite-post.js';

type Edit = InputOf<typeof editPost>;

/**
 * Its author changes a post that waits. Whoever calls X locks the lane and the post before: either they come first and
 * the edit is too late, or the edit does and nothing of the old words goes. The same edit again: the same answer.
 * What is refused is kept as a draft.
 */
@Injectable()
export class EditPost implements Handles<typeof editPost> {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Vault) readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async handle(edit: Edit, call: CallContext): Promise<ResultOf<typeof editPost>> {
    const answer = await this.edit(edit, call);
    const curatorId = curatorOf(call);
    if (!isRefusal(answer) || !curatorId) return answer;
    return keepRefusedWords(this, { ...edit, curatorId }, answer, (tx) =>
      wordsOfChange(tx, curatorId, { ...edit, parts: [edit] }),
    );
  }

  private async edit(edit: Edit, call: CallContext): Promise<ResultOf<typeof editPost>> {
    const { charityId, postId, basedOn } = edit;
    const fingerprint = await this.vault.fingerprint(charityId, 'post-edit', JSON.stringify(edit));
    return this.database.inCharity(charityId, async (tx) => {
      await holdSwitchStill(tx);
      const found = await findPostFor(tx, postId, call);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const row = (await lockPost(tx, postId)) ?? found;
      const may = decideEdit(row, { curatorId: curatorOf(call), basedOn, fingerprint });
      if (isRefusal(may)) return may;
      const refused = may.value === 'change' && (await this.change(tx, row, edit, fingerprint));
      if (refused) return refused;
      if (row.curator_id) await putAway(tx, row.curator_id, [draftOfChange(postId)], 'sent');
      if (row.takeover_id) await noteSoftLimit(tx, this.config.X_PRICES, row.takeover_id);
      return accept(await presentPost(tx, this.vault, postId, 'author'));
    });
  }

  /** Answers with why it cannot be. */
  private async change(tx: Tx, row: PostRow, edit: Edit, fingerprint: Buffer) {
    const { postId, text, mediaIds, poll, timedFor } = edit;
    const content = { text, mediaIds, poll };
    const { situation, surroundings } = await readAgainSituation(tx, this.vault, row, {
      posts: [{ postId, ...content }],
      timedFor,
    });
    const plan = decideAgain(situation);
    if (isRefusal(plan)) return plan;
    const { dueAt, posts } = plan.value;
    const [planned] = posts;
    if (!planned) throw new Error('the plan has another number of posts');
    const asProposed = await isAsProposed(tx, this.vault, row, content);
    const fate = asProposed ? fateOfProposed : fateAgain(row, planned);
    await rewritePost(tx, this.vault, row, {
      ...{ content, fingerprint, dueAt },
      ...{ state: fate.state, awaitsDescription: fate.awaitsDescription },
      ...{ timedFor: surroundings.timedFor, needsYes: surroundings.askFirst && !asProposed },
      findings: [...(surroundings.findings[0] ?? [])],
      story: [{ by: 'author', what: 'Its author changed it.' }, ...fate.story],
    });
    if (asProposed) await approvePost(tx, row, 'author');
    else if (row.state === 'held' && fate.state !== 'held')
      await sayOver(tx, { what: 'heldPost', id: postId });
    if (timedFor !== undefined) await moveThoseBehind(tx, row, surroundings.timedFor, dueAt);
    return undefined;
  }
}

/** Held until the yes that follows in the same transaction: the team gave it when it suggested these words. */
const fateOfProposed: PlannedPost = {
  state: 'held',
  awaitsDescription: false,
  heldBySwitch: false,
  story: [{ by: 'author', what: 'They are the words the team suggested.' }],
};

/** They come after it anyway; so that they say so. */
const moveThoseBehind = (tx: Tx, row: PostRow, timedFor: Date | null, dueAt: Date) =>
  tx.query(
    `UPDATE post SET timed_for = $3, due_at = $4
      WHERE thread_id = $1 AND position > $2 AND state IN ('queued', 'held') AND maybe_out_since IS NULL`,
    [row.thread_id, row.position, timedFor, dueAt],
  );
