import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { NominationId } from '../define/ids.js';
import { NominatedBy, NominationState } from './nomination-operations.js';

const nominationId = '0192e7a0-0000-7000-8000-000000000004';

/** Subject: the nomination's id. Said alike whether a mail goes or not: of nobody it tells that they are known. */
export const nominationAsked = defineEvent({
  type: 'nomination.asked',
  version: 1,
  owner: 'recruitment',
  summary: 'A follower or a curator suggested somebody, who is asked first.',
  audience: 'internal',
  consumers: [],
  data: z.object({ nominationId: NominationId, nominatedBy: NominatedBy }),
  samples: [{ nominationId, nominatedBy: 'curator' }],
});

/**
 * Subject: the nomination's id. Told to no consumer, and never to the team: beside an application of the same moment it would tell
 * whose address somebody suggested.
 */
export const nominationAnswered = defineEvent({
  type: 'nomination.answered',
  version: 1,
  owner: 'recruitment',
  summary: 'Somebody who was nominated agreed, said no, said nothing for too long, or applied.',
  audience: 'internal',
  consumers: [],
  data: z.object({
    nominationId: NominationId,
    nominatedBy: NominatedBy,
    answer: NominationState.exclude(['asked']),
  }),
  samples: [
    { nominationId, nominatedBy: 'follower', answer: 'agreed' },
    { nominationId, nominatedBy: 'follower', answer: 'lapsed' },
  ],
});
