import { z } from 'zod';
import { StaffRole } from '../define/caller.js';
import { defineEvent } from '../define/define-event.js';
import { MemberId } from '../define/ids.js';

/** Subject: the member's id. What was made for them elsewhere ends. */
export const memberLeft = defineEvent({
  type: 'member.left',
  version: 1,
  owner: 'api-gateway',
  summary: 'Somebody is on a charity’s team no more.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({ memberId: MemberId }),
  samples: [{ memberId: '0192e7a0-0000-7000-8000-0000000000bb' }],
});

/** Subject: the member's id. What their former role let them have elsewhere ends where the new one would not. */
export const memberRoleChanged = defineEvent({
  type: 'member.role-changed',
  version: 1,
  owner: 'api-gateway',
  summary: 'Somebody on a charity’s team has another role.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({ memberId: MemberId, role: StaffRole }),
  samples: [{ memberId: '0192e7a0-0000-7000-8000-0000000000bb', role: 'trustee' }],
});
