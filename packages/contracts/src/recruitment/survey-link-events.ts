import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, SurveyId } from '../define/ids.js';

/**
 * Subject: the survey's id. The link itself is in the mail alone: what is told of it is a hash of 256 random bits, from which
 * nobody finds back.
 */
export const surveyLinkMailed = defineEvent({
  type: 'survey.link-mailed',
  version: 1,
  owner: 'recruitment',
  summary: 'A curator is mailed a link to a survey, which opens it without signing in.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({
    surveyId: SurveyId,
    curatorId: CuratorId,
    /** SHA-256 of the token in the link, in hexadecimal digits. */
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  samples: [
    {
      surveyId: '0192e7a0-0000-7000-8000-000000000051',
      curatorId: '0192e7a0-0000-7000-8000-000000000003',
      tokenHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
});
