import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, TakeoverId } from '../define/ids.js';

const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the id of what it was written in. Nobody's words are in it. */
export const feedbackCrisisNoticed = defineEvent({
  type: 'feedback.crisis-noticed',
  version: 1,
  owner: 'feedback',
  summary: 'Somebody answered a survey or a pulse in words of a crisis, and a person has to see to it.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    where: z.enum(['pulse', 'survey']),
    /** Null: in a survey before a takeover. */
    takeoverId: TakeoverId.nullable(),
    /** Null: a follower, of whom nothing is known. */
    curatorId: CuratorId.nullable(),
  }),
  samples: [
    { where: 'survey', takeoverId, curatorId },
    { where: 'pulse', takeoverId, curatorId: null },
  ],
});
