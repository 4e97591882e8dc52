import { accept, analystStream, type InputOf, type openAnalystFeed, refuse } from '@baton/contracts';
import { Bus, type Handles } from '@baton/messaging';
import { Database, isViolationOf } from '@baton/persistence';
import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import { Injectable } from '@nestjs/common';

/**
 * Opens a feed: a durable pull consumer over one charity's analyst subjects, from the beginning. The analyst reaches it
 * from an account of their own, which imports just this consumer's MSG.NEXT, INFO and ACK subjects and can therefore ask
 * for nothing else; the account is part of the NATS server's configuration.
 */
@Injectable()
export class OpenAnalystFeed implements Handles<typeof openAnalystFeed> {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
  ) {}

  async handle({ charityId, feed }: InputOf<typeof openAnalystFeed>) {
    try {
      await this.database.inCharity(charityId, (tx) =>
        tx.query(
          'INSERT INTO analyst_feed (charity_id, feed) VALUES ($1, $2) ON CONFLICT (charity_id, feed) DO NOTHING',
          [charityId, feed],
        ),
      );
    } catch (error) {
      if (isViolationOf(error, 'analyst_feed_taken')) return refuse('feedTaken');
      throw error;
    }
    const durable = `analyst_${feed}`;
    const subjects = `analyst.${charityId}.>`;
    const manager = await jetstreamManager(this.bus.connection);
    await manager.consumers.add(analystStream, {
      durable_name: durable,
      filter_subject: subjects,
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
    });
    return accept({ stream: analystStream, durable, subjects });
  }
}
