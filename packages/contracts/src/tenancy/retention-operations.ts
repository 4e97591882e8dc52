import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { Retention } from './events.js';

const path = '/charities/{charityId}/retention';

export const viewRetention = defineOperation({
  name: 'view-retention',
  owner: 'api-gateway',
  summary: 'For how many days each kind of record is kept. What was removed stands in the audit.',
  method: 'GET',
  path,
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ retention: Retention }),
  refusals: {},
});

export const setRetention = defineOperation({
  name: 'set-retention',
  owner: 'api-gateway',
  summary:
    'Sets for how many days each kind of record is kept, within bounds; what is older goes at the next daily round. A kind left out goes by its usual number of days.',
  method: 'PUT',
  path,
  access: [staff('trustee')],
  stepUp: true,
  input: z.object({ charityId: CharityId, retention: Retention }),
  output: z.object({ retention: Retention }),
  refusals: {},
});
