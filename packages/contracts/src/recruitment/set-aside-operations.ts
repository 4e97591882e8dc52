import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CallId, CharityId, Instant } from '../define/ids.js';
import { PenName } from '../define/words.js';
import { ApplicationState } from './application-moves.js';
import { ShownAnswer } from './question.js';

/** What is set aside and nobody rescues is erased after so many days. */
export const setAsideDays = 30;

/**
 * Why a form looks as if no person had sent it. `trap`: a field that nobody sees was filled in. `tooQuick`: it came within
 * three seconds. `forgedStamp`: it tells a time of opening that is not ours. `links`: it is full of them. `repeated`: the
 * same text has come several times within minutes.
 */
export const SetAsideReason = z.enum(['trap', 'tooQuick', 'forgedStamp', 'links', 'repeated']);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

export const listSetAsideApplications = defineOperation({
  name: 'list-set-aside-applications',
  owner: 'recruitment',
  summary:
    'Forms that were set aside as likely spam, and why, newest first. Whoever sent them was answered like anybody; no mail has gone.',
  method: 'GET',
  path: '/charities/{charityId}/set-aside-applications',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    applications: z.array(
      z.object({
        applicationId: ApplicationId,
        callId: CallId,
        penName: PenName,
        about: z.string(),
        answers: z.array(ShownAnswer),
        reasons: z.array(SetAsideReason),
        setAsideAt: Instant,
        /** When it is erased. */
        keptUntil: Instant,
      }),
    ),
  }),
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
