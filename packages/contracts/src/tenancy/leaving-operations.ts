import { z } from 'zod';
import { operator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';
import { CharityStanding } from './events.js';

const leaving = '/charities/{charityId}/leaving';
const input = z.object({ charityId: CharityId });

/** `erasesAt` is null while nobody has begun to leave. */
const Leaving = z.object({ standing: CharityStanding, erasesAt: Instant.nullable() });

export const viewLeaving = defineOperation({
  name: 'view-leaving',
  owner: 'api-gateway',
  summary: 'Where the charity stands, and when it will be erased if it is leaving.',
  method: 'GET',
  path: leaving,
  access: [staff('manager', 'moderator', 'trustee', 'analyst'), operator],
  input,
  output: Leaving,
  refusals: {},
});

export const beginLeaving = defineOperation({
  name: 'begin-leaving',
  owner: 'api-gateway',
  summary:
    'Begins to leave Baton: nothing is published any more, and after 14 days everything of the charity is erased. Until then it can be taken back.',
  method: 'POST',
  path: leaving,
  access: [staff('owner')],
  stepUp: true,
  input,
  output: Leaving,
  refusals: {},
});

export const stayAboard = defineOperation({
  name: 'stay-aboard',
  owner: 'api-gateway',
  summary: 'Takes leaving back: the charity stands as it stood before.',
  method: 'DELETE',
  path: leaving,
  access: [staff('owner')],
  input,
  output: Leaving,
  refusals: {},
});

export const eraseCharityNow = defineOperation({
  name: 'erase-charity',
  owner: 'api-gateway',
  summary:
    'Erases a charity that is leaving or suspended at once, for ever, in every service. Its audit stays, by pseudonym. Twice changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/erasure',
  access: [operator],
  stepUp: true,
  input,
  output: z.object({ erased: z.literal(true) }),
  refusals: {
    stillActive: {
      status: 409,
      message:
        'This charity is neither leaving nor suspended. Please suspend it first, so that nothing goes out meanwhile.',
    },
  },
});
