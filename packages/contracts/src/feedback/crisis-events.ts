import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, TakeoverId } from '../define/ids.js';

const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the answer's id. Never the words. */
export const feedbackCrisisNoticed = defineEvent({
  type: 'feedback.crisis-noticed',
  version: 1,
  owner: 'feedback',
  summary:
    'Somebody wrote words of a crisis in a survey or a pulse, and a person has to see to it. Never the words.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    where: z.enum(['pulse', 'survey']),
    /** Null: before a takeover. */
    takeoverId: TakeoverId.nullable(),
    /** Null: a follower, of whom nothing is known. */
    curatorId: CuratorId.nullable(),
  }),
  samples: [
    { where: 'pulse', takeoverId, curatorId: null },
    { where: 'survey', takeoverId: null, curatorId },
  ],
});
