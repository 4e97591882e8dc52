import type { RejectionReason } from '@baton/contracts';
import { classifyOutcome } from './classify-outcome.js';
import { wordsForRejection } from './words-for-rejection.js';
import type { PublishOutcome } from './x-account.js';
import type { WhatFailed } from './x-failure.js';

/** What X does, and what becomes of the post. */
interface WhatFollows {
  readonly xDoes: string;
  readonly outcome: PublishOutcome['outcome'];
  readonly because: string | null;
}

const refused = (status: number, says = ''): WhatFailed => ({ kind: 'refused', status, says });

/** Every way in which X's answer to a post can be missing or be no, each by one example. */
const examples: readonly (readonly [string, WhatFailed])[] = [
  ['no connection came about: nothing left Baton', { kind: 'notSent' }],
  ['429, too many requests', refused(429)],
  ['401, the key is not valid any more', refused(401)],
  ['no answer in time', { kind: 'deadline' }],
  ['the connection ends before the answer does', { kind: 'cut' }],
  ['an answer that is neither yes nor no, such as a page', { kind: 'oddAnswer' }],
  ['500 and above', refused(500)],
  ['408: how much X has read it does not say', refused(408)],
  ['402, or 429 with “usage cap exceeded”', refused(402)],
  ['403, “duplicate content”', refused(403, 'duplicate content')],
  ['403, “too long”', refused(403, 'too long')],
  ['403, “reply to this conversation is not allowed”', refused(403, 'reply to this conversation')],
  ['400, about a picture', refused(400, 'media ids are invalid')],
  ['403, “suspended” or “locked”', refused(403, 'suspended')],
  ['403, a scope is missing', refused(403, 'does not have the scope')],
  ['any other 4xx', refused(400)],
];

/** For `docs/outcomes.md`: asked of the very function that decides it. */
export const whatFollows = (): WhatFollows[] => [
  { xDoes: '201, with the post’s id', outcome: 'published', because: null },
  ...examples.map(([xDoes, what]) => {
    const decided = classifyOutcome(what, new Date(0));
    const because = decided.outcome === 'rejected' ? decided.reason : decided.because;
    return { xDoes, outcome: decided.outcome, because };
  }),
];

/** For `docs/outcomes.md`: what a curator reads of each refusal. */
export const rejectionWords = (): readonly (readonly [RejectionReason, string])[] =>
  Object.entries(wordsForRejection) as [RejectionReason, string][];
