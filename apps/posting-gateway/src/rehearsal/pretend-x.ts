import type { AccountId, CharityId } from '@baton/contracts';
import {
  type OwnPost,
  type PreparedPost,
  type PrepareOutcome,
  type PublishOutcome,
  type PublishRequest,
  type RemoveOutcome,
  XAccount,
} from '../x/x-account.js';

/** How one call goes, seen from X's side and from ours. */
export const turns = [
  'answers',
  'refuses',
  'asksToWait',
  'unreachable',
  'appliesThenCuts',
  'appliesThenFails',
  'failsWithoutApplying',
  'appliesAndShowsLate',
] as const;
/** `isOutOfCredit` is planned where it matters and drawn by no seed: it stops an account for a quarter of an hour. */
export type Turn = (typeof turns)[number] | 'isOutOfCredit';
type ApplyingTurn = Exclude<
  Turn,
  'refuses' | 'asksToWait' | 'unreachable' | 'failsWithoutApplying' | 'isOutOfCredit'
>;

/**
 * One account of an X of a few lines, in memory, for runs of many seeds: each call takes the next turn.
 * It applies a post or not, and says so or not; nothing else about X is of interest to these tests.
 */
export class PretendAccount {
  readonly turns: Turn[] = [];
  /** What X answers to the next deletions; after that it does as it is asked. */
  readonly removals: RemoveOutcome[] = [];
  private readonly applied: OwnPost[] = [];
  private said = 0;
  /** Not on the timeline until `showEverything`. */
  private readonly hidden = new Set<string>();
  /** Happens while a post is made ready. */
  onPrepare: (text: string) => void | Promise<void> = () => {};
  /** Happens when the one call has left for X, before X does anything. */
  onCall: (text: string) => void | Promise<void> = () => {};
  /** What X was asked to say although it had said it already, in order. */
  readonly askedAgain: string[] = [];

  async take(post: PreparedPost): Promise<PublishOutcome> {
    await this.onCall(post.text);
    const turn = this.turns.shift() ?? 'answers';
    if (this.texts().includes(post.text)) this.askedAgain.push(post.text);
    switch (turn) {
      case 'refuses':
        return { outcome: 'rejected', reason: 'refusedByX', words: 'X did not like it.' };
      case 'asksToWait':
        return { outcome: 'retryAt', at: new Date(Date.now() + 2_000), because: 'rateLimited' };
      case 'isOutOfCredit':
        return { outcome: 'retryAt', at: new Date(Date.now() + 15 * 60_000), because: 'outOfCredit' };
      case 'unreachable':
        return { outcome: 'retryAt', at: new Date(Date.now() + 1_000), because: 'notSent' };
      case 'failsWithoutApplying':
        return { outcome: 'unknown', because: 'serverError' };
      default:
        return this.consider(post, turn);
    }
  }

  /** X refuses what the account has just said, also while that does not show on the timeline. */
  private consider(post: PreparedPost, turn: ApplyingTurn): PublishOutcome {
    if (this.texts().includes(post.text)) {
      return { outcome: 'rejected', reason: 'duplicate', words: 'X has just heard the same.' };
    }
    switch (turn) {
      case 'answers':
        return { outcome: 'published', xPostId: this.apply(post) };
      case 'appliesThenCuts':
        this.apply(post);
        return { outcome: 'unknown', because: 'cut' };
      case 'appliesThenFails':
        this.apply(post);
        return { outcome: 'unknown', because: 'serverError' };
      case 'appliesAndShowsLate':
        this.hidden.add(this.apply(post));
        return { outcome: 'unknown', because: 'deadline' };
    }
  }

  remove(xPostId: string): RemoveOutcome {
    const planned = this.removals.shift();
    if (planned) return planned;
    const known = this.applied.findIndex((post) => post.xPostId === xPostId);
    if (known >= 0) this.applied.splice(known, 1);
    return { outcome: 'gone' };
  }

  timeline(): OwnPost[] {
    return this.applied.filter((post) => !this.hidden.has(post.xPostId));
  }

  showEverything(): void {
    this.hidden.clear();
  }

  /** Every text that ever took effect, in order. */
  texts(): string[] {
    return this.applied.map((post) => post.text);
  }

  answers(text: string): string | undefined {
    const target = this.applied.find((post) => post.text === text)?.replyToXPostId;
    return this.applied.find((post) => post.xPostId === target)?.text;
  }

  private apply({ accountId, text, replyToXPostId }: PreparedPost): string {
    this.said += 1;
    const xPostId = `${accountId}-${this.said}`;
    const post = { xPostId, text, createdAt: new Date() };
    this.applied.push(replyToXPostId === undefined ? post : { ...post, replyToXPostId });
    return xPostId;
  }
}

export class PretendX extends XAccount {
  private readonly accounts = new Map<AccountId, PretendAccount>();

  account(accountId: AccountId): PretendAccount {
    const account = this.accounts.get(accountId) ?? new PretendAccount();
    this.accounts.set(accountId, account);
    return account;
  }

  override async prepare(
    charityId: CharityId,
    accountId: AccountId,
    { text, replyToXPostId }: PublishRequest,
  ): Promise<{ ready: PreparedPost } | PrepareOutcome> {
    await this.account(accountId).onPrepare(text);
    const pretended = { accessToken: 'pretended', tokenGeneration: 1, xMediaIds: [], hasOldUploads: false };
    const ready = { charityId, accountId, text, ...pretended };
    return { ready: replyToXPostId === undefined ? ready : { ...ready, replyToXPostId } };
  }

  override publish(post: PreparedPost): Promise<PublishOutcome> {
    return this.account(post.accountId).take(post);
  }

  override async remove(_charityId: CharityId, accountId: AccountId, xPostId: string) {
    return this.account(accountId).remove(xPostId);
  }

  override async ownPosts(_charityId: CharityId, accountId: AccountId) {
    return { posts: this.account(accountId).timeline(), complete: true };
  }
}
