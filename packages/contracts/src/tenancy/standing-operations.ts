import { z } from 'zod';
import { operator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { CharityStanding } from './events.js';

const suspension = '/charities/{charityId}/suspension';
const output = z.object({ charityId: CharityId, standing: CharityStanding });

/** Why an operator suspends. A word of a list, because it goes into the audit for ever. */
export const SuspensionReason = z.enum([
  'safeguarding',
  'accountTakenOver',
  'legal',
  'unpaid',
  'atTheirWish',
]);

export const suspendCharity = defineOperation({
  name: 'suspend-charity',
  owner: 'api-gateway',
  summary:
    'Stops everything a charity publishes, within a second. Its people can still sign in, read and prepare. Twice changes nothing.',
  method: 'POST',
  path: suspension,
  access: [operator],
  stepUp: true,
  input: z.object({ charityId: CharityId, because: SuspensionReason }),
  output,
  refusals: {},
});

export const resumeCharity = defineOperation({
  name: 'resume-charity',
  owner: 'api-gateway',
  summary:
    'Ends a suspension. What waited goes out only if its takeover is still open. Twice changes nothing.',
  method: 'DELETE',
  path: suspension,
  access: [operator],
  stepUp: true,
  input: z.object({ charityId: CharityId }),
  output,
  refusals: {},
});
