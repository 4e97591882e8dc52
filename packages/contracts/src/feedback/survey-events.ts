import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, SurveyId, TakeoverId } from '../define/ids.js';

const surveyId = '0192e7a0-0000-7000-8000-000000000051';
const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the survey's id. */
export const surveyOpened = defineEvent({
  type: 'survey.opened',
  version: 1,
  owner: 'feedback',
  summary: 'A curator is asked how the takeover was.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    surveyId: SurveyId,
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    wave: z.literal('after'),
  }),
  samples: [{ surveyId, takeoverId, curatorId, wave: 'after' }],
});

/** Subject: the survey's id. Carries no answer: these stay in feedback. */
export const surveyAnswered = defineEvent({
  type: 'survey.answered',
  version: 1,
  owner: 'feedback',
  summary: 'A curator answered a survey.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    surveyId: SurveyId,
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    wave: z.literal('after'),
  }),
  samples: [{ surveyId, takeoverId, curatorId, wave: 'after' }],
});
