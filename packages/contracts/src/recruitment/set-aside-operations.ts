import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CallId, CharityId, Instant } from '../define/ids.js';
import { PenName } from '../define/words.js';
import { ApplicationState } from './application-moves.js';
import { ShownAnswer } from './question.js';

/**
 * What is set aside and nobody rescues is erased so many days after it came, once somebody has looked at it; where nobody
 * does, so many days after the team was told of it.
 */
export const setAsideDays = 30;

/**
 * Why a form looks as if no person had sent it. `trap`: a field that nobody sees was filled in. `tooQuick`: it came within
 * three seconds. `forgedStamp`: it tells a time of opening that is not ours. `links`: it is full of them. `repeated`: the
 * same text has come several times within minutes.
 */
export const SetAsideReason = z.enum(['trap', 'tooQuick', 'forgedStamp', 'links', 'repeated']);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

const SetAsideForm = z.object({
  applicationId: ApplicationId,
  callId: CallId,
  penName: PenName,
  reasons: z.array(SetAsideReason),
  setAsideAt: Instant,
  /** When somebody of the team looked at it first; null as long as nobody has. */
  lookedAt: Instant.nullable(),
  /** When it is erased. Null as long as the team has not been told of it: nothing is erased unseen. */
  keptUntil: Instant.nullable(),
});

export const listSetAsideApplications = defineOperation({
  name: 'list-set-aside-applications',
  owner: 'recruitment',
  summary:
    'Forms that were set aside as likely spam, and why, newest first, page by page. Whoever sent them was answered like anybody; no mail has gone.',
  method: 'GET',
  path: '/charities/{charityId}/set-aside-applications',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    limit: z.coerce.number().int().min(1).max(100).default(50),
    /** `next` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,18}_[0-9a-f-]{36}$/, 'is what the page before gave as next')
      .optional(),
  }),
  output: z.object({ applications: z.array(SetAsideForm), next: z.string().nullable() }),
  refusals: {},
});

export const viewSetAsideApplication = defineOperation({
  name: 'view-set-aside-application',
  owner: 'recruitment',
  summary: 'What a form that was set aside says. Somebody of the team has looked at it from then on.',
  method: 'POST',
  path: '/charities/{charityId}/set-aside-applications/{applicationId}/opening',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: SetAsideForm.extend({ about: z.string(), answers: z.array(ShownAnswer) }),
  refusals: {},
});

export const rescueApplication = defineOperation({
  name: 'rescue-application',
  owner: 'recruitment',
  summary: 'Takes a form that was set aside for what it is: everything happens as if it had come now.',
  method: 'POST',
  path: '/charities/{charityId}/set-aside-applications/{applicationId}/rescue',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: {
    standsAlready: {
      status: 409,
      message:
        'This person has applied in the meantime, and that application stands. You need not do anything.',
    },
  },
});
