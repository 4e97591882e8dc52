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

const firstWaitMs = 30_000;
const longestWaitMs = 60 * 60 * 1000;

/** How long to wait before X is asked again, after so many tries. */
export const waitAfter = (tries: number): number =>
  Math.min(firstWaitMs * 2 ** Math.min(tries - 1, 12), longestWaitMs);
