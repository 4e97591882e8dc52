import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId } from '../define/ids.js';

/** Subject: the curator's id. Said once of each. */
export const rehearsalDone = defineEvent({
  type: 'rehearsal.done',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A curator tried posting where nobody sees it.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({ curatorId: CuratorId }),
  samples: [{ curatorId: '0192e7a0-0000-7000-8000-000000000003' }],
});

/** Subject: the curator's id. Said once of each. */
export const firstPostPrepared = defineEvent({
  type: 'first-post.prepared',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A curator has prepared a post for their weekend.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({ curatorId: CuratorId }),
  samples: [{ curatorId: '0192e7a0-0000-7000-8000-000000000003' }],
});
