import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { ApplicationId, Instant, MessageId } from '../define/ids.js';

const applicationId = '0192e7a0-0000-7000-8000-000000000001';
const messageId = '0192e7a0-0000-7000-8000-000000000004';

/** Subject: the application's id. What was asked is not told. */
export const applicantAsked = defineEvent({
  type: 'applicant.asked',
  version: 1,
  owner: 'recruitment',
  summary: 'The team asked an applicant or curator something; it is their turn.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, messageId: MessageId }),
  samples: [{ applicationId, messageId }],
});

/** Subject: the application's id. What was answered is not told. */
export const applicantAnswered = defineEvent({
  type: 'applicant.answered',
  version: 1,
  owner: 'recruitment',
  summary: 'An applicant or curator wrote to the team; it is the team’s turn.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, messageId: MessageId }),
  samples: [{ applicationId, messageId }],
});

/**
 * Why somebody waits for the team. `notLookedAt`: nobody has looked at their application within the charity's days.
 * `answerUnread`: nobody has read what they wrote. `lookAgain`: they were told “not now”, and the day that was set has come.
 */
export const WaitKind = z.enum(['notLookedAt', 'answerUnread', 'lookAgain']);
export type WaitKind = z.infer<typeof WaitKind>;

/** Subject: the application's id. Said once for each time somebody waits. */
export const applicantWaits = defineEvent({
  type: 'applicant.waits',
  version: 1,
  owner: 'recruitment',
  summary: 'Somebody has been waiting for the team longer than the charity means to let anybody wait.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, kind: WaitKind, since: Instant }),
  samples: [{ applicationId, kind: 'notLookedAt', since: '2026-11-24T09:00:00.000Z' }],
});

const people = z.int().nonnegative();

/** Subject: the charity's id. How many wait, and nobody in particular: said at most once a day, and not where nobody does. */
export const applicantsWait = defineEvent({
  type: 'applicants.wait',
  version: 1,
  owner: 'recruitment',
  summary: 'So many people are waiting for the team of a charity today.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    notLookedAt: people,
    answerUnread: people,
    lookAgain: people,
    /** Forms that look like spam and that nobody of the team has looked at. */
    setAside: people.optional(),
  }),
  samples: [
    { notLookedAt: 2, answerUnread: 1, lookAgain: 0 },
    { notLookedAt: 0, answerUnread: 0, lookAgain: 0, setAside: 3 },
  ],
});
