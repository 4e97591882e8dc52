import type {
  AccountId,
  CharityId,
  MediaId,
  Poll,
  RejectionReason,
  ReplySettings,
  TakeoverId,
} from '@baton/contracts';

/**
 * What became of asking X to publish, and there is nothing else it can be.
 *
 * - `rejected`: X said no for certain; `words` tell the curator what to do.
 * - `retryAt`: X said later, or certainly nothing reached X. Sending it again is safe.
 * - `unknown`: X may or may not have it. A machine never sends it again.
 */
export type PublishOutcome =
  | { readonly outcome: 'published'; readonly xPostId: string }
  | {
      readonly outcome: 'rejected';
      readonly reason: RejectionReason;
      readonly words: string;
      /** It was to answer a post that X does not show any more. */
      readonly targetIsGone?: boolean;
    }
  | {
      readonly outcome: 'retryAt';
      readonly at: Date;
      readonly because:
        | 'rateLimited'
        | 'notSent'
        | 'tokenRefresh'
        | 'tooLate'
        | 'pictureForgotten'
        | 'outOfCredit';
    }
  | { readonly outcome: 'unknown'; readonly because: 'deadline' | 'cut' | 'serverError' | 'oddAnswer' };

/**
 * What a preparation can end in short of being ready. `notReady`: it failed for this post, which says
 * nothing about others.
 */
export type PrepareOutcome =
  | Exclude<PublishOutcome, { outcome: 'published' | 'unknown' }>
  | { readonly outcome: 'notReady' }
  /** Only a person can connect the account again, or has put another in its place. */
  | { readonly outcome: 'waitForAccount' };

/** What became of asking X to delete a post. Deleting is safe to repeat, so there is no *unknown*. */
export type RemoveOutcome =
  /** X has deleted it, or had it no more. */
  | { readonly outcome: 'gone' }
  /** X wants to be left alone by this account until then. */
  | { readonly outcome: 'laterAll'; readonly at: Date }
  /** Something failed, or the account is not connected just now. */
  | { readonly outcome: 'later' }
  /** X said no for certain. */
  | { readonly outcome: 'refused' };

/** What a post is besides its pictures. */
export interface PostWords {
  readonly text: string;
  readonly poll?: Poll | null;
  /** Absent: everyone may answer. */
  readonly replySettings?: ReplySettings;
  readonly replyToXPostId?: string;
}

export interface PublishRequest extends PostWords {
  /** Whose costs an upload is; none where it is the charity’s own. */
  readonly takeoverId?: TakeoverId | null;
  readonly mediaIds: readonly MediaId[];
}

/** A post made ready for the one call. Lives in memory only: it holds a token. */
export interface PreparedPost extends PostWords {
  readonly charityId: CharityId;
  readonly accountId: AccountId;
  readonly accessToken: string;
  /** Which of the account's token pairs the access token is from. */
  readonly tokenGeneration: number;
  readonly xMediaIds: readonly string[];
  /** X got one of them some time ago and may have forgotten it. */
  readonly hasOldUploads: boolean;
}

/** A post on the account's own timeline. `text` has its t.co links expanded. */
export interface OwnPost {
  readonly xPostId: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly replyToXPostId?: string;
}

/** The charity's account on X, as publishing and deleting see it. No credential leaves what implements this. */
export abstract class XAccount {
  /** Everything that may be repeated safely before the one call that may not: token refresh, media upload. */
  abstract prepare(
    charityId: CharityId,
    accountId: AccountId,
    request: PublishRequest,
  ): Promise<{ readonly ready: PreparedPost } | PrepareOutcome>;

  /** The one call. Never retries, never throws for what X or the network did. `deadlineMs` is a true wall deadline. */
  abstract publish(prepared: PreparedPost, deadlineMs: number): Promise<PublishOutcome>;

  /** Has X delete a post. Safe to repeat; never throws for what X or the network did. */
  abstract remove(charityId: CharityId, accountId: AccountId, xPostId: string): Promise<RemoveOutcome>;

  /** The account's posts since an instant. `complete` is false when X did not show all of them. */
  abstract ownPosts(
    charityId: CharityId,
    accountId: AccountId,
    since: Date,
  ): Promise<{ readonly posts: readonly OwnPost[]; readonly complete: boolean } | { readonly retryAt: Date }>;
}
