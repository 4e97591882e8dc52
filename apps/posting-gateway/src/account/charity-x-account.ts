import type { AccountId, CharityId } from '@baton/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { UploadedPictures } from '../media/uploaded-pictures.js';
import { XLimits } from '../publishing/x-limits.js';
import { classifyOutcome, classifyPreparation } from '../x/classify-outcome.js';
import { classifyRemoval, removalWithoutToken } from '../x/classify-removal.js';
import { createPost } from '../x/create-post.js';
import { deletePost } from '../x/delete-post.js';
import { type LimitReading, readLimits } from '../x/read-limits.js';
import { readOwnPosts } from '../x/read-timelines.js';
import {
  type OwnPost,
  type PreparedPost,
  type PrepareOutcome,
  type PublishOutcome,
  type PublishRequest,
  type RemoveOutcome,
  XAccount,
} from '../x/x-account.js';
import { XFailure } from '../x/x-failure.js';
import { type HearsHeaders, XWire } from '../x/x-wire.js';
import { AccountTokens } from './account-tokens.js';

/** The charity's account on X, by its sealed tokens and twitter-api-v2. */
@Injectable()
export class CharityXAccount extends XAccount {
  constructor(
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(UploadedPictures) private readonly pictures: UploadedPictures,
    @Inject(XWire) private readonly wire: XWire,
    @Inject(XLimits) private readonly limits: XLimits,
  ) {
    super();
  }

  override async prepare(
    charityId: CharityId,
    accountId: AccountId,
    request: PublishRequest,
  ): Promise<{ readonly ready: PreparedPost } | PrepareOutcome> {
    const { mediaIds, takeoverId = null, ...words } = request;
    try {
      const prepared = await this.tokens.use(charityId, accountId, async (token) => ({
        accessToken: token.accessToken,
        tokenGeneration: token.generation,
        ...(await this.pictures.onX(charityId, accountId, token.accessToken, { mediaIds, takeoverId })),
      }));
      if (!('value' in prepared)) return prepared;
      return { ready: { charityId, accountId, ...words, ...prepared.value } };
    } catch (error) {
      return classifyPreparation(asFailure(error).what, new Date());
    }
  }

  override async publish(prepared: PreparedPost, deadlineMs: number): Promise<PublishOutcome> {
    const heard = listen();
    const outcome = await this.ask(prepared, { deadlineMs, hear: heard.hear });
    const call = prepared.replyToXPostId === undefined ? 'post' : 'reply';
    await this.limits.note(prepared.charityId, prepared.accountId, call, heard.readings());
    return outcome;
  }

  private async ask(prepared: PreparedPost, how: Parameters<typeof createPost>[2]): Promise<PublishOutcome> {
    try {
      return { outcome: 'published', xPostId: await createPost(this.wire, prepared, how) };
    } catch (error) {
      const outcome = classifyOutcome(asFailure(error).what, new Date());
      if (outcome.outcome === 'retryAt' && outcome.because === 'tokenRefresh') {
        await this.tokens.doubt(prepared.charityId, prepared.accountId, prepared.tokenGeneration);
      }
      return this.pictures.orGiveAgain(prepared, outcome);
    }
  }

  override async remove(charityId: CharityId, accountId: AccountId, xPostId: string): Promise<RemoveOutcome> {
    const { hear, readings } = listen();
    try {
      const removed = await this.tokens.use(charityId, accountId, ({ accessToken }) =>
        deletePost(this.wire, accessToken, { xPostId, hear }),
      );
      return 'value' in removed ? { outcome: 'gone' } : removalWithoutToken(removed);
    } catch (error) {
      return classifyRemoval(asFailure(error).what, new Date());
    } finally {
      await this.limits.note(charityId, accountId, 'deletion', readings());
    }
  }

  override async ownPosts(
    charityId: CharityId,
    accountId: AccountId,
    since: Date,
  ): Promise<
    { readonly posts: readonly OwnPost[]; readonly complete: boolean } | { readonly retryAt: Date }
  > {
    try {
      const read = await this.tokens.use(charityId, accountId, (token) =>
        readOwnPosts(this.wire, token, since),
      );
      if ('value' in read) return read.value;
      return { retryAt: whenToLookAgain(read) };
    } catch (error) {
      return { retryAt: whenToLookAgain(classifyPreparation(asFailure(error).what, new Date())) };
    }
  }
}

/** Keeps what the last answer said about X's limits. */
function listen(): { readonly hear: HearsHeaders; readonly readings: () => readonly LimitReading[] } {
  let last: readonly LimitReading[] = [];
  return {
    hear: (headers) => {
      last = readLimits(headers, new Date());
    },
    readings: () => last,
  };
}

/** What X and the network do to us is an outcome; anything else is a fault of ours and is thrown on. */
function asFailure(error: unknown): XFailure {
  if (error instanceof XFailure) return error;
  throw error;
}

function whenToLookAgain(failed: PrepareOutcome): Date {
  if (failed.outcome === 'retryAt') return failed.at;
  // Refused, only a person can help: the account wants connecting again, or its app wants credit.
  return new Date(Date.now() + (failed.outcome === 'notReady' ? 5_000 : 60_000));
}
