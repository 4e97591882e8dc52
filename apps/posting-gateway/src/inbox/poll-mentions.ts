import { Database, type Tx, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCost } from '../costs/note-costs.js';
import { claimWatches, nextWatchInMs, type Watch } from './claim-watches.js';
import { decidePace } from './decide-pace.js';
import { endFailedLook, endLook, isStillOurs } from './end-look.js';
import { type Look, LookForMentions } from './look-for-mentions.js';
import { noteStorm } from './note-storm.js';
import { readAround } from './read-around.js';
import { recordMentions } from './record-mentions.js';

type Successful = Extract<Look, { read: unknown }>;

/** Inboxes asked for at once. */
const slots = 8;
/** Longer than the pages of one inbox can take. */
const leaseMs = 120_000;
/** What another replica has scheduled is found within this. */
const longestRestMs = 1_000;

/**
 * Asks X who mentioned the accounts that are in a curator's hands (polling with `since_id`; direct messages
 * have no part in it). One look per inbox at a time, by lease; a late process writes nothing, by fence.
 */
@Injectable()
@RunsInBackground()
export class PollMentions implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('poll mentions', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(LookForMentions) private readonly mentions: LookForMentions,
    @Inject(Log) private readonly log: Log,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  /** Looks after every inbox that is due; answers the milliseconds until there may be more. */
  async round(): Promise<number> {
    const watches = await this.database.asWorker((tx) => claimWatches(tx, slots, leaseMs));
    await Promise.all(watches.map((watch) => this.serve(watch)));
    return this.database.asWorker((tx) => nextWatchInMs(tx, longestRestMs));
  }

  private async serve(watch: Watch): Promise<void> {
    try {
      await this.record(watch, await this.mentions.look(watch));
    } catch (error) {
      // The lease keeps this inbox from being tried again at once.
      this.log.fault('poll mentions', error, { charityId: watch.charityId, takeoverId: watch.takeoverId });
    }
  }

  private record(watch: Watch, look: Look): Promise<void> {
    return this.database.inCharity(watch.charityId, async (tx) => {
      const isOurs = await isStillOurs(tx, watch);
      if ('read' in look) await this.noteRead(tx, watch, look);
      if (!isOurs) return;
      if ('read' in look) await this.keep(tx, watch, look);
      else await endFailedLook(tx, watch, Math.max(look.waitMs, this.config.MENTIONS_POLL_MS));
    });
  }

  private async keep(tx: Tx, watch: Watch, { read, xUserId }: Successful): Promise<void> {
    const mostAnHour = this.config.MENTIONS_MOST_AN_HOUR;
    const recorded = await recordMentions(tx, this.vault, watch, read.mentions, mostAnHour);
    await noteStorm(tx, watch.takeoverId, recorded);
    const around = await readAround(tx, this.config.X_PRICES, watch.takeoverId);
    const next = decidePace({ ...watch, ...recorded, ...around }, this.config.MENTIONS_POLL_MS);
    await endLook(tx, watch, { newest: read.newest, xUserId, missedSome: !read.complete, next });
  }

  /** X takes money for each message it shows, also to a process that comes too late to keep them. */
  private async noteRead(tx: Tx, { takeoverId }: Watch, { accountId, read }: Successful): Promise<void> {
    const about = { accountId, takeoverId };
    await noteCost(tx, this.config.X_PRICES, { ...about, kind: 'postRead', units: read.byOthers });
    await noteCost(tx, this.config.X_PRICES, { ...about, kind: 'ownRead', units: read.byItself });
  }
}
