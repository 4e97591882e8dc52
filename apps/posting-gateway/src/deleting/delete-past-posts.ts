import type { AccountId, CharityId, PostId } from '@baton/contracts';
import { Database, type Tx, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { findPost } from '../posts/post-row.js';
import { XAccount } from '../x/x-account.js';
import { postponeDeletions } from './postpone-deletions.js';
import { recordDeletion } from './record-deletion.js';
import { takeDeletionCall } from './take-deletion-call.js';

const atOnce = 4;
const longestRestMs = 5_000;
/** While X is being asked nobody else asks; longer than any call takes. */
const leaseMs = 60_000;

interface Deletion {
  readonly charityId: CharityId;
  readonly postId: PostId;
  readonly accountId: AccountId;
  /** This one included. */
  readonly tries: number;
  readonly priority: number;
}

const claim = `
  UPDATE deletion SET next_try_at = baton.now() + $2 * interval '1 ms', tries = tries + 1
   WHERE (charity_id, post_id) IN (
     SELECT charity_id, post_id FROM deletion WHERE next_try_at <= baton.now()
      ORDER BY priority DESC, next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", post_id AS "postId", account_id AS "accountId", tries, priority`;

const next = `SELECT extract(epoch FROM min(next_try_at) - baton.now()) * 1000 AS "inMs" FROM deletion`;

/**
 * Asks X to delete what curators or the team want gone, the urgent first. A deletion that was asked for and not written down is asked for again, which
 * changes nothing on X. It goes on while the charity is suspended: taking back is not publishing.
 */
@Injectable()
@RunsInBackground()
export class DeletePastPosts implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('delete past posts', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(XAccount) private readonly x: XAccount,
    @Inject(Log) private readonly log: Log,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Asks once for each deletion that is due; answers with the ms until the next one. */
  async round(): Promise<number> {
    const due = await this.database.asWorker((tx) => tx.query<Deletion>(claim, [atOnce, leaseMs]));
    await Promise.all(due.map((deletion) => this.remove(deletion)));
    return this.database.asWorker(restMs);
  }

  private async remove(deletion: Deletion): Promise<void> {
    const { charityId, postId, accountId, tries } = deletion;
    try {
      const ready = await this.database.inCharity(charityId, (tx) => makeReady(tx, deletion));
      if (ready.wait) return;
      const answer = ready.xPostId
        ? await this.x.remove(charityId, accountId, ready.xPostId)
        : ({ outcome: 'gone' } as const);
      await this.database.inCharity(charityId, (tx) =>
        recordDeletion(tx, postId, tries, answer, this.config.X_PRICES),
      );
    } catch (error) {
      this.log.fault('delete a post', error, { postId });
    }
  }
}

/** Which post it is on X; or it has to wait, because X would only say that it is too much. */
async function makeReady(
  tx: Tx,
  { postId, accountId, priority }: Deletion,
): Promise<{ wait: true } | { wait: false; xPostId: string | null }> {
  const row = await findPost(tx, postId);
  if (row?.state !== 'published') return { wait: false, xPostId: null };
  const waitUntil = await takeDeletionCall(tx, accountId, priority > 0);
  if (!waitUntil) return { wait: false, xPostId: row.x_post_id };
  await postponeDeletions(tx, accountId, { priority, until: waitUntil });
  return { wait: true };
}

async function restMs(tx: WorkerTx): Promise<number> {
  const [soonest] = await tx.query<{ inMs: string | null }>(next);
  return Math.min(longestRestMs, Math.max(0, Number(soonest?.inMs ?? longestRestMs)));
}
