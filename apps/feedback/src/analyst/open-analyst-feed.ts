import {
  accept,
  analystStream,
  type Caller,
  type CharityId,
  feedbackAudited,
  type InputOf,
  type openAnalystFeed,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, Bus, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx } from '@baton/persistence';
import {
  AckPolicy,
  type ConsumerAPI,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
} from '@nats-io/jetstream';
import { Injectable } from '@nestjs/common';

/**
 * Opens a feed: a durable pull consumer over one charity's analyst subjects, from the beginning of the stream. Opening it
 * again changes nothing.
 *
 * The analyst reaches it from a NATS account of their own, which imports two services of ours and nothing else:
 * `$JS.API.CONSUMER.MSG.NEXT.ANALYST.analyst_<feed>` and `$JS.ACK.ANALYST.analyst_<feed>.>`. The account is part of the
 * server's configuration: an operator makes one for each feed, as the local parts of `npm start` do. Users of the services'
 * own account would be unsafe, whatever their permissions: the reply subject of a pull can be one of our command subjects.
 */
@Injectable()
export class OpenAnalystFeed implements Handles<typeof openAnalystFeed> {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
  ) {}

  async handle(
    { charityId, feed }: InputOf<typeof openAnalystFeed>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof openAnalystFeed>> {
    if (!(await this.take(charityId, feed, caller))) return refuse('feedTaken');
    const durable = `analyst_${feed}`;
    const subjects = `analyst.${charityId}.>`;
    const { consumers } = await jetstreamManager(this.bus.connection);
    const holds = await subjectsHeldBy(consumers, durable);
    // Whoever reads it reads another charity's: servers before 2.10 would turn it to ours without a word.
    if (holds !== undefined && holds !== subjects) return refuse('feedTaken');
    if (holds === undefined) {
      await consumers.add(analystStream, {
        durable_name: durable,
        filter_subject: subjects,
        deliver_policy: DeliverPolicy.All,
        ack_policy: AckPolicy.Explicit,
      });
    }
    return accept({ stream: analystStream, durable, subjects });
  }

  /** False where another charity has this name: the first to write it down has it. */
  private async take(charityId: CharityId, feed: string, by: Caller): Promise<boolean> {
    try {
      await this.database.inCharity(charityId, (tx) => writeDown(tx, feed, by));
      return true;
    } catch (error) {
      if (isViolationOf(error, 'analyst_feed_taken')) return false;
      throw error;
    }
  }
}

/** A feed that was opened before is neither written down nor noted again. */
async function writeDown(tx: Tx, feed: string, by: Caller): Promise<void> {
  const opened = await tx.query(
    `INSERT INTO analyst_feed (charity_id, feed) VALUES ($1, $2)
         ON CONFLICT (charity_id, feed) DO NOTHING RETURNING feed`,
    [tx.charityId, feed],
  );
  if (opened.length === 0) return;
  // Not its name: that was typed by a person, and may be a person’s.
  const note = { by, action: 'feed.opened', at: new Date() } as const;
  await appendFacts(tx, newAuditFact(feedbackAudited, note));
}

async function subjectsHeldBy(consumers: ConsumerAPI, durable: string): Promise<string | undefined> {
  try {
    const { config } = await consumers.info(analystStream, durable);
    return config.filter_subject ?? config.filter_subjects?.join() ?? '>';
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound)
      return undefined;
    throw error;
  }
}
