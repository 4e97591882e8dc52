import type { AccountId, CharityId, PostId } from '@baton/contracts';
import { Database, type Tx, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { type Look, LookOnTimeline } from './look-on-timeline.js';
import { PublishingRecords } from './publishing-records.js';

const searchesAtOnce = 8;
const longestRestMs = 1_000;
/** While a search is under way nobody else begins it; longer than any read of a timeline takes. */
const searchLeaseMs = 30_000;
const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

interface Search {
  readonly charityId: CharityId;
  readonly postId: PostId;
  readonly accountId: AccountId;
  readonly attempt: number;
  readonly looks: number;
}

const claim = `
  UPDATE timeline_search SET next_look_at = baton.now() + $2 * interval '1 ms', looks = looks + 1
   WHERE (charity_id, post_id) IN (
     SELECT charity_id, post_id FROM timeline_search WHERE next_look_at <= baton.now()
      ORDER BY next_look_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", post_id AS "postId", account_id AS "accountId", attempt, looks`;

const nextLook = `
  SELECT extract(epoch FROM min(next_look_at) - baton.now()) * 1000 AS "inMs" FROM timeline_search`;

/**
 * Looks for posts of unknown outcome on their account's timeline, at growing intervals, for as long as
 * the post says. What is found is published; what is not is left to a person, never sent again.
 */
@Injectable()
@RunsInBackground()
export class ReconcileUnknown implements Worker {
  private readonly loop = new WorkLoop(
    () => this.look(),
    (error) => this.log.fault('reconcile', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LookOnTimeline) private readonly timeline: LookOnTimeline,
    @Inject(PublishingRecords) private readonly records: PublishingRecords,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look for each search that is due; answers with the ms until the next one. */
  async look(): Promise<number> {
    const searches = await this.database.asWorker((tx) =>
      tx.query<Search>(claim, [searchesAtOnce, searchLeaseMs]),
    );
    await Promise.all(searches.map((search) => this.search(search)));
    return this.database.asWorker(restMs);
  }

  private async search(search: Search): Promise<void> {
    const { charityId, postId, attempt } = search;
    try {
      const look = await this.timeline.look(charityId, postId);
      if (look.seen === 'there') {
        const seen = { outcome: 'seen', xPostId: look.post.xPostId, at: look.post.createdAt } as const;
        return await this.records.settle(charityId, { postId, attempt, phase: 'calling' }, seen);
      }
      await this.database.inCharity(charityId, (tx) => lookAgainOrGiveUp(tx, search, look));
    } catch (error) {
      this.log.fault('look on the timeline', error, { postId });
    }
  }
}

async function restMs(tx: WorkerTx): Promise<number> {
  const [next] = await tx.query<{ inMs: string | null }>(nextLook);
  return Math.min(longestRestMs, Math.max(0, Number(next?.inMs ?? longestRestMs)));
}

async function lookAgainOrGiveUp(tx: Tx, { postId, attempt, looks }: Search, look: Look): Promise<void> {
  const row = await lockPost(tx, postId);
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (row?.state !== 'unknown' || row.attempt !== attempt || !row.looking_until || !clock) return;
  if (clock.now < row.looking_until) {
    const pauseMs = Math.min(firstPauseMs * 2 ** (looks - 1), longestPauseMs);
    const untilEndMs = row.looking_until.getTime() - clock.now.getTime();
    const askedMs = look.seen === 'notYet' ? look.retryAt.getTime() - Date.now() : 0;
    await tx.query(
      `UPDATE timeline_search SET next_look_at = baton.now() + $2 * interval '1 ms' WHERE post_id = $1`,
      [postId, Math.max(Math.min(pauseMs, untilEndMs), askedMs)],
    );
    return;
  }
  await tx.query('DELETE FROM timeline_search WHERE post_id = $1', [postId]);
  await tx.query('UPDATE post SET looking_until = NULL WHERE post_id = $1', [postId]);
  await tell(
    tx,
    [postId],
    look.seen === 'notThere' && look.complete
      ? 'It did not show up on the account’s timeline. A person of the team decides what happens.'
      : 'The account’s timeline could not be read completely. A person of the team looks there and decides.',
  );
}
