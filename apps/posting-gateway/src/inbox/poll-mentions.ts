import { Database, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { connectedAccount } from '../account/connected-account.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { WorkLoop } from '../publishing/work-loop.js';
import { classifyPreparation } from '../x/classify-outcome.js';
import { type Mention, readMentions } from '../x/read-timelines.js';
import { XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';
import { claimWatches, nextWatchInMs, type Watch } from './claim-watches.js';
import { endLook, recordMentions } from './record-mentions.js';

/** Inboxes asked for at once. */
const slots = 8;
/** Longer than the pages of one inbox can take. */
const leaseMs = 120_000;
/** What another replica has scheduled is found within this. */
const longestRestMs = 1_000;

/** What a look brought: mentions, or how long to leave it. */
type Looked = { readonly mentions: readonly Mention[] } | { readonly waitMs: number };

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
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(XWire) private readonly wire: XWire,
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
      const looked = await this.look(watch);
      await this.record(watch, looked);
    } catch (error) {
      // The lease keeps this inbox from being tried again at once.
      this.log.fault('poll mentions', error, { charityId: watch.charityId, takeoverId: watch.takeoverId });
    }
  }

  private async look({ charityId, sinceXPostId, opensAt }: Watch): Promise<Looked> {
    const accountId = await this.database.inCharity(charityId, connectedAccount);
    if (!accountId) return { waitMs: this.config.MENTIONS_POLL_MS };
    const after = sinceXPostId === null ? { since: opensAt } : { sinceId: sinceXPostId };
    try {
      const read = await this.tokens.use(charityId, accountId, (token) =>
        readMentions(this.wire, token, after),
      );
      return 'value' in read ? { mentions: read.value } : { waitMs: this.config.MENTIONS_POLL_MS };
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      const outcome = classifyPreparation(error.what, new Date());
      const askedMs = outcome.outcome === 'retryAt' ? outcome.at.getTime() - Date.now() : 0;
      return { waitMs: Math.max(askedMs, this.config.MENTIONS_POLL_MS) };
    }
  }

  private record(watch: Watch, looked: Looked): Promise<void> {
    return this.database.inCharity(watch.charityId, async (tx) => {
      const mentions = 'mentions' in looked ? looked.mentions : [];
      const next = {
        newest: mentions.at(-1)?.xPostId,
        inMs: 'waitMs' in looked ? looked.waitMs : this.config.MENTIONS_POLL_MS,
        looked: 'mentions' in looked,
      };
      if (await endLook(tx, watch, next)) await recordMentions(tx, this.vault, watch, mentions);
    });
  }
}
