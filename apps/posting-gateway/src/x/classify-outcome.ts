import type { RejectionReason } from '@baton/contracts';
import { wordsForRejection } from './words-for-rejection.js';
import type { PrepareOutcome, PublishOutcome } from './x-account.js';
import type { WhatFailed, XRefusal } from './x-failure.js';

/** Nothing reached X: it is not the post's fault, and soon is soon enough. */
const tryAgainAfterMs = 5_000;
/** How soon somebody may have paid. Being refused costs nothing. */
const askForCreditMs = 15 * 60 * 1000;

type Failed = Exclude<PublishOutcome, { outcome: 'published' }>;

/**
 * What a failed attempt to publish means. Sure of *no* only where X said no, sure of *later* only where X
 * said later or cannot have heard us; everything else is *unknown*, because X has no idempotency key.
 */
export function classifyOutcome(what: WhatFailed, now: Date): Failed {
  switch (what.kind) {
    case 'notSent':
      return { outcome: 'retryAt', at: later(now, tryAgainAfterMs), because: 'notSent' };
    case 'deadline':
    case 'cut':
    case 'oddAnswer':
      return { outcome: 'unknown', because: what.kind };
    case 'refused':
      return classifyRefusal(what, now);
  }
}

/** The same for what may be repeated, and so is never *unknown*. */
export function classifyPreparation(what: WhatFailed, now: Date): PrepareOutcome {
  const outcome = classifyOutcome(what, now);
  return outcome.outcome === 'unknown' ? { outcome: 'notReady' } : outcome;
}

function classifyRefusal(refusal: XRefusal, now: Date): Failed {
  if (refusal.status === 429 && !isSpendLimit(refusal.says)) {
    return { outcome: 'retryAt', at: later(now, refusal.waitMs ?? tryAgainAfterMs), because: 'rateLimited' };
  }
  // Nothing was posted and nothing is wrong with the post: it goes once somebody has paid.
  if (refusal.status === 402 || isSpendLimit(refusal.says)) {
    return { outcome: 'retryAt', at: later(now, askForCreditMs), because: 'outOfCredit' };
  }
  if (refusal.status === 401) return { outcome: 'retryAt', at: now, because: 'tokenRefresh' };
  // A 408 does not say how much of the request was read, so it is as uncertain as a 5xx.
  if (refusal.status >= 500 || refusal.status === 408) return { outcome: 'unknown', because: 'serverError' };
  return { ...rejected(reasonOf(refusal)), ...(isGone(refusal.says) && { targetIsGone: true }) };
}

export const rejected = (reason: RejectionReason): Extract<PublishOutcome, { outcome: 'rejected' }> => ({
  outcome: 'rejected',
  reason,
  words: wordsForRejection[reason],
});

/** X words its refusals only for people; these are the parts that have not changed over the years. */
const tellingWords: readonly (readonly [RegExp, RejectionReason])[] = [
  [/duplicate content/, 'duplicate'],
  [/too long|exceeds? the (?:maximum|character)/, 'tooLong'],
  [/suspended|account is (?:temporarily )?locked|to protect our users/, 'accountSuspended'],
  [
    /does not have the scope|insufficient.{0,3}scope|missing.{0,20}scope|unsupported.authentication/,
    'missingScope',
  ],
  [
    /reply to (?:this conversation|a tweet|a post)|repl(?:y|ies).{0,40}not (?:allowed|permitted)/,
    'replyNotAllowed',
  ],
  [/in_reply_to_tweet_id/, 'replyNotAllowed'],
  [/media/, 'mediaRefused'],
];

function reasonOf({ says }: XRefusal): RejectionReason {
  return tellingWords.find(([words]) => words.test(says))?.[1] ?? 'refusedByX';
}

/** X's words for an answer to a post that was deleted, or whose writer no longer shows it to this account. */
const isGone = (says: string): boolean => /deleted or not visible/.test(says);

/** A spent budget also comes as a 429, but waiting a quarter of an hour does not fill it. */
const isSpendLimit = (says: string): boolean =>
  /credits? ?depleted|spend ?(?:cap|limit)|usagecapexceeded|usage cap exceeded/.test(says);

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
