import { z } from 'zod';
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
