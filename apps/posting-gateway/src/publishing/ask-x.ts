import { Log } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { type PreparedPost, type PrepareOutcome, type PublishOutcome, XAccount } from '../x/x-account.js';
import { callDeadline } from './call-deadline.js';
import type { LeasedLane } from './claim-lanes.js';
import type { DuePost } from './publishing-records.js';

/** What held this process up may still do so. */
const pauseWhenLateMs = 5_000;

/** Asks X, and turns even a fault of our own into one of the outcomes. */
@Injectable()
export class AskX {
  constructor(
    @Inject(XAccount) private readonly x: XAccount,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** May be repeated; nothing is posted by it. */
  async prepare(
    lane: LeasedLane,
    { row, text, poll }: DuePost,
  ): Promise<{ ready: PreparedPost } | PrepareOutcome> {
    try {
      return await this.x.prepare(lane.charityId, lane.accountId, {
        ...{ text, poll, replySettings: row.reply_settings, takeoverId: row.takeover_id },
        mediaIds: row.media_ids,
        ...(row.reply_target === null ? {} : { replyToXPostId: row.reply_target }),
      });
    } catch (error) {
      this.log.fault('prepare a post', error, { postId: row.post_id });
      return { outcome: 'notReady' };
    }
  }

  /** The one call, unless it would come too late. A fault while it is made tells nothing about X. */
  async publish(
    prepared: PreparedPost,
    timing: { readonly elapsedMs: number; readonly untilEndMs: number },
  ): Promise<PublishOutcome> {
    const deadlineMs = callDeadline({ ...timing, xDeadlineMs: this.config.X_DEADLINE_MS });
    if (deadlineMs === 'tooLate') {
      return { outcome: 'retryAt', at: new Date(Date.now() + pauseWhenLateMs), because: 'tooLate' };
    }
    try {
      return await this.x.publish(prepared, deadlineMs);
    } catch (error) {
      this.log.fault('publish a post', error, { accountId: prepared.accountId });
      return { outcome: 'unknown', because: 'oddAnswer' };
    }
  }
}
