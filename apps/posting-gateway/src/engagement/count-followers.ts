import { randomUUID } from 'node:crypto';
import { CharityId, type FollowerMoment, followersCounted, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type AccountForPosts, accountForPosts } from '../account/connected-account.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCost } from '../costs/note-costs.js';
import { readFollowers } from '../x/read-metrics.js';
import { ReadAtX } from './read-at-x.js';

const restMs = 2_000;

interface Counting {
  readonly charityId: string;
  readonly takeoverId: TakeoverId;
  readonly moment: FollowerMoment;
}

const claim = `
  UPDATE follower_counting SET due_at = baton.now() + interval '2 minutes'
   WHERE (charity_id, takeover_id, moment) = (
     SELECT charity_id, takeover_id, moment FROM follower_counting WHERE due_at <= (SELECT baton.now())
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", takeover_id AS "takeoverId", moment`;
const finish = `
  DELETE FROM follower_counting WHERE charity_id = $1 AND takeover_id = $2 AND moment = $3 RETURNING baton.now() AS now`;
/** Two days later it is another moment: then it is not counted at all. */
const postpone = `
  UPDATE follower_counting SET due_at = baton.now() + $4 * interval '1 ms'
   WHERE charity_id = $1 AND takeover_id = $2 AND moment = $3 AND moment_at > baton.now() - interval '2 days'
  RETURNING 1`;

/** Counts who follows the account when a takeover opens and closes, and a week later. One read each, whatever the budget. */
@Injectable()
@RunsInBackground()
export class CountFollowers implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('count followers', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadAtX) private readonly atX: ReadAtX,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One counting; answers with the ms until the next round. */
  async round(): Promise<number> {
    const [due] = await this.database.asWorker((tx) => tx.query<Counting>(claim));
    if (!due) return restMs;
    const charityId = CharityId.parse(due.charityId);
    const account = await this.database.inCharity(charityId, accountForPosts);
    const asked = account
      ? await this.atX.read(charityId, account.accountId, readFollowers)
      : { waitMs: 60 * 60_000 };
    await this.database.inCharity(charityId, (tx) =>
      account && 'value' in asked
        ? this.keep(tx, due, account, asked.value)
        : later(tx, due, 'waitMs' in asked ? asked.waitMs : restMs),
    );
    return 0;
  }

  private async keep(
    tx: Tx,
    { takeoverId, moment }: Counting,
    { accountId }: AccountForPosts,
    followers: number,
  ): Promise<void> {
    await noteCost(tx, this.config.X_PRICES, { accountId, takeoverId, kind: 'ownRead', units: 1 });
    const [finished] = await tx.query<{ now: Date }>(finish, [tx.charityId, takeoverId, moment]);
    if (!finished) return;
    const data = { takeoverId, moment, followers, countedAt: finished.now.toISOString() };
    await appendFacts(tx, newFact(followersCounted, { subject: randomUUID(), revision: 1, data }));
  }
}

async function later(tx: Tx, { takeoverId, moment }: Counting, waitMs: number): Promise<void> {
  const key = [tx.charityId, takeoverId, moment];
  const postponed = await tx.query(postpone, [...key, waitMs]);
  if (postponed.length === 0) await tx.query(finish, key);
}
