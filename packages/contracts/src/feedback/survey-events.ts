import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, Instant, SurveyId, TakeoverId } from '../define/ids.js';
import { SurveyWave } from './survey-questions.js';

const surveyId = '0192e7a0-0000-7000-8000-000000000051';
const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the survey's id. Not stated any more: `survey.opened` v2 tells of all waves. */
export const surveyOpenedV1 = defineEvent({
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

/** Subject: the survey's id. Not stated any more: `survey.answered` v2 tells of all waves. */
export const surveyAnsweredV1 = defineEvent({
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

/** Subject: the survey's id. `takeoverId`: null before a takeover, which may not be booked yet. */
export const surveyOpened = defineEvent({
  type: 'survey.opened',
  version: 2,
  owner: 'feedback',
  summary: 'A curator is asked something: before a takeover, after it, or four weeks later.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    surveyId: SurveyId,
    takeoverId: TakeoverId.nullable(),
    curatorId: CuratorId,
    wave: SurveyWave,
    /** Until when it takes answers. Null: until the takeover opens, whenever that is. */
    closesAt: Instant.nullable(),
  }),
  samples: [
    { surveyId, takeoverId, curatorId, wave: 'fourWeeks', closesAt: '2027-01-25T09:00:00.000Z' },
    { surveyId, takeoverId: null, curatorId, wave: 'before', closesAt: null },
  ],
});

/** Subject: the survey's id. Carries no answer: these stay in feedback. */
export const surveyAnswered = defineEvent({
  type: 'survey.answered',
  version: 2,
  owner: 'feedback',
  summary: 'A curator sent off a survey.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    surveyId: SurveyId,
    takeoverId: TakeoverId.nullable(),
    curatorId: CuratorId,
    wave: SurveyWave,
  }),
  samples: [{ surveyId, takeoverId, curatorId, wave: 'fourWeeks' }],
});
