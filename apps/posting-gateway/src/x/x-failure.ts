/** Why an answer of X is missing, in the terms that decide what may follow. */
export type WhatFailed =
  /** No byte of the request left this computer: no connection came about. */
  | { readonly kind: 'notSent' }
  /** The time was over before X had answered. X may have acted. */
  | { readonly kind: 'deadline' }
  /** The connection ended before the answer did. X may have acted. */
  | { readonly kind: 'cut' }
  /** An answer came that is not X's way of saying yes or no. X may have acted. */
  | { readonly kind: 'oddAnswer' }
  | XRefusal;

/** X (or something in front of it) answered with an error status. */
export interface XRefusal {
  readonly kind: 'refused';
  readonly status: number;
  /** All that X said about it, in lower case. For deciding; never shown, logged or kept. */
  readonly says: string;
  /** How long X asked to be left alone. Only with 429. */
  readonly waitMs?: number;
}

/**
 * The one error that calls to X throw. It replaces the library's own errors, which carry the request with
 * its token, and the answer with whatever is in it.
 */
export class XFailure extends Error {
  override readonly name = 'XFailure';

  constructor(readonly what: WhatFailed) {
    super(what.kind === 'refused' ? `X refused with ${what.status}` : `X: ${what.kind}`);
  }
}
