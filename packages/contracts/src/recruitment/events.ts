import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { ApplicationId, CallId, CuratorId } from '../define/ids.js';
import { IdentityLevel, PenName } from '../define/words.js';

const applicationId = '0192e7a0-0000-7000-8000-000000000001';
const callId = '0192e7a0-0000-7000-8000-000000000002';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the application's id. */
export const applicationSubmitted = defineEvent({
  type: 'application.submitted',
  version: 1,
  owner: 'recruitment',
  summary: 'A person applied to a call under a pen name.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, callId: CallId, penName: PenName }),
  samples: [{ applicationId, callId, penName: 'Robin' }],
});

/** Subject: the application's id. */
export const applicationAccepted = defineEvent({
  type: 'application.accepted',
  version: 1,
  owner: 'recruitment',
  summary: 'An applicant became a curator and prepares.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, curatorId: CuratorId, penName: PenName }),
  samples: [{ applicationId, curatorId, penName: 'Robin' }],
});

/** Subject: the application's id. */
export const applicationDeclined = defineEvent({
  type: 'application.declined',
  version: 1,
  owner: 'recruitment',
  summary: 'An applicant was told no, kindly.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId }),
  samples: [{ applicationId }],
});

/** Subject: the curator's id. */
export const curatorReady = defineEvent({
  type: 'curator.ready',
  version: 1,
  owner: 'recruitment',
  summary: 'A curator accepted the agreement and may book a slot.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({
    curatorId: CuratorId,
    penName: PenName,
    identityLevel: IdentityLevel,
    agreementVersion: z.int().positive(),
  }),
  samples: [{ curatorId, penName: 'Robin', identityLevel: 'anonymous', agreementVersion: 1 }],
});
