import { describe, expect, it } from '@jest/globals';
import { classifyOutcome, classifyPreparation } from './classify-outcome.js';
import { wordsForRejection } from './words-for-rejection.js';
import type { WhatFailed } from './x-failure.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const refused = (status: number, says = '', waitMs?: number): WhatFailed => ({
  kind: 'refused',
  status,
  says,
  ...(waitMs === undefined ? {} : { waitMs }),
});

describe('what a failed attempt to publish means', () => {
  it.each<[string, WhatFailed, 'deadline' | 'cut' | 'oddAnswer' | 'serverError']>([
    ['no answer in time', { kind: 'deadline' }, 'deadline'],
    ['a connection cut before the answer was complete', { kind: 'cut' }, 'cut'],
    ['HTML labelled JSON after a 201, or a redirect', { kind: 'oddAnswer' }, 'oddAnswer'],
    ['a 500', refused(500), 'serverError'],
    ['a 502 of something in front of X', refused(502, '<html>'), 'serverError'],
    ['a 503', refused(503, 'service unavailable'), 'serverError'],
    ['a 504', refused(504), 'serverError'],
    ['a 408, which does not say what was read', refused(408), 'serverError'],
  ])('R4: %s is unknown, and nothing else', (_, what, because) => {
    expect(classifyOutcome(what, now)).toEqual({ outcome: 'unknown', because });
  });

  it('waits a little when no connection came about, because nothing was sent', () => {
    expect(classifyOutcome({ kind: 'notSent' }, now)).toEqual({
      outcome: 'retryAt',
      at: after(5_000),
      because: 'notSent',
    });
  });

  it('waits as long as X asks when it is too much', () => {
    expect(classifyOutcome(refused(429, 'too many requests', 90_000), now)).toEqual({
      outcome: 'retryAt',
      at: after(90_000),
      because: 'rateLimited',
    });
  });

  it('wants a fresh token when X does not know this one', () => {
    expect(classifyOutcome(refused(401, 'unauthorized'), now)).toEqual({
      outcome: 'retryAt',
      at: now,
      because: 'tokenRefresh',
    });
  });

  it.each([
    ['duplicate', refused(403, 'you are not allowed to create a tweet with duplicate content.')],
    ['tooLong', refused(403, 'your tweet text is too long. for more information on how twitter')],
    ['tooLong', refused(400, 'text exceeds the maximum length')],
    [
      'replyNotAllowed',
      refused(403, 'you attempted to reply to a tweet that is deleted or not visible to you.'),
    ],
    [
      'replyNotAllowed',
      refused(403, 'reply to this conversation is not allowed because you have not been mentioned'),
    ],
    ['mediaRefused', refused(400, 'invalid request\nyour media ids are invalid.\nmedia.media_ids')],
    [
      'accountSuspended',
      refused(403, 'your account is suspended and is not permitted to access this feature.'),
    ],
    ['accountSuspended', refused(403, 'to protect our users from spam, this account is temporarily locked.')],
    ['missingScope', refused(403, 'your access token does not have the scope tweet.write.')],
    ['missingScope', refused(403, 'unsupported authentication')],
    ['refusedByX', refused(403, 'quoting posts is not available at your access level.')],
    ['refusedByX', refused(400)],
    ['refusedByX', refused(404)],
  ] as const)('knows %s by what X says', (reason, what) => {
    expect(classifyOutcome(what, now)).toMatchObject({
      outcome: 'rejected',
      reason,
      words: wordsForRejection[reason],
    });
  });

  it('knows an answer to what is gone from one that its writer does not allow', () => {
    const says = 'you attempted to reply to a tweet that is deleted or not visible to you.';
    expect(classifyOutcome(refused(403, says), now)).toMatchObject({ targetIsGone: true });
    const limited = 'reply to this conversation is not allowed';
    expect(classifyOutcome(refused(403, limited), now)).not.toHaveProperty('targetIsGone');
  });

  it.each([
    refused(402, 'creditsdepleted'),
    refused(429, 'usagecapexceeded\nusage cap exceeded: monthly product cap'),
  ])('waits for somebody to pay, since nothing was posted and nothing is wrong with the post: %j', (what) => {
    const outcome = classifyOutcome(what, now);
    expect(outcome).toMatchObject({ outcome: 'retryAt', because: 'outOfCredit' });
  });

  it('has words for every rejection that say what to do', () => {
    for (const words of Object.values(wordsForRejection)) {
      expect(words).toMatch(/please|send it again|write a new post|ask the team/i);
    }
  });
});

describe('what a failed preparation means', () => {
  it.each<WhatFailed>([{ kind: 'deadline' }, { kind: 'cut' }, { kind: 'oddAnswer' }, refused(503)])(
    'is never unknown: after %j this post is not ready',
    (what) => {
      expect(classifyPreparation(what, now)).toEqual({ outcome: 'notReady' });
    },
  );

  it('is as sure of a no', () => {
    expect(classifyPreparation(refused(403, 'duplicate content'), now)).toMatchObject({
      outcome: 'rejected',
      reason: 'duplicate',
    });
  });
});
