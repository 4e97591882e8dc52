import { randomUUID } from 'node:crypto';
import { CharityId, engagementMeasured } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCost } from '../costs/note-costs.js';
import { readMetrics, type XFigures } from '../x/read-metrics.js';
import { type Chosen, chooseToAsk } from './choose-to-ask.js';
import { claimMeasuring, finishMeasuring, postponeMeasuring, type ToMeasure } from './claim-measuring.js';
import { ReadAtX } from './read-at-x.js';

const restMs = 2_000;

/**
 * Asks X how posts fare, a day, three days and a week after they went out: what is due of an account together, by any number of
 * processes, outside any transaction. What an outage kept from being asked is asked late, and says when.
 */
@Injectable()
@RunsInBackground()
export class MeasureEngagement implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('measure engagement', error),
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

  /** One account’s posts; answers with the ms until the next round. */
  async round(): Promise<number> {
    const due = await this.database.asWorker(claimMeasuring);
    const [first] = due;
    if (!first) return restMs;
    const charityId = CharityId.parse(first.charityId);
    const chosen = await this.database.inCharity(charityId, (tx) =>
      chooseToAsk(tx, this.config.X_PRICES, due),
    );
    const xPostIds = [...new Set(chosen.toAsk.map(({ xPostId }) => xPostId))];
    const asked =
      xPostIds.length === 0
        ? { value: new Map<string, XFigures>() }
        : await this.atX.read(charityId, first.accountId, (wire, owner) =>
            readMetrics(wire, owner, xPostIds),
          );
    await this.database.inCharity(charityId, (tx) =>
      'value' in asked ? this.keep(tx, due, chosen, asked.value) : postponeMeasuring(tx, due, asked.waitMs),
    );
    return 0;
  }

  private async keep(
    tx: Tx,
    due: readonly ToMeasure[],
    { toAsk, leftOut }: Chosen,
    figures: ReadonlyMap<string, XFigures>,
  ): Promise<void> {
    const finished = new Set((await finishMeasuring(tx, due)).map(lineOf));
    const isOurs = (one: ToMeasure) => finished.has(lineOf(one));
    const measured = toAsk.filter(isOurs).flatMap((one) => {
      const seen = figures.get(one.xPostId);
      return seen ? [{ ...one, figures: seen }] : [];
    });
    const skipped = leftOut.filter(isOurs);
    const measuredAt = await nowOf(tx);
    const rounds = Map.groupBy([...measured, ...skipped], ({ takeoverId, mark }) => `${takeoverId} ${mark}`);
    for (const [first] of rounds.values()) {
      if (!first) continue;
      const { takeoverId, mark, accountId } = first;
      const isOfIt = (one: ToMeasure) => one.takeoverId === takeoverId && one.mark === mark;
      const posts = measured.filter(isOfIt).map(({ postId, figures: seen }) => ({ postId, ...seen }));
      const out = skipped.filter(isOfIt).map(({ postId }) => postId);
      const data = { takeoverId, mark, measuredAt, posts, leftOut: out };
      await appendFacts(tx, newFact(engagementMeasured, { subject: randomUUID(), revision: 1, data }));
      const cost = { accountId, takeoverId, kind: 'ownRead' as const, units: posts.length };
      await noteCost(tx, this.config.X_PRICES, cost);
    }
  }
}

const lineOf = ({ postId, mark }: ToMeasure): string => `${postId} ${mark}`;

async function nowOf(tx: Tx): Promise<string> {
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock) throw new Error('the database has no clock');
  return clock.now.toISOString();
}
