import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';
import { ApplicationState } from './application-moves.js';
import { PreparationStep, Requirement, Requirements } from './preparation.js';

export const viewPreparation = defineOperation({
  name: 'view-preparation',
  owner: 'recruitment',
  summary: 'What the charity asks of curators before their weekend.',
  method: 'GET',
  path: '/charities/{charityId}/preparation',
  access: [staff('manager', 'moderator', 'trustee'), curator],
  input: z.object({ charityId: CharityId }),
  output: Requirements,
  refusals: {},
});

export const setPreparation = defineOperation({
  name: 'set-preparation',
  owner: 'recruitment',
  summary:
    'Sets what curators do before their weekend; what is left out stays. Who is ready stays ready; who prepares sees the new list.',
  method: 'PUT',
  path: '/charities/{charityId}/preparation',
  access: [staff('manager', 'trustee')],
  input: z.object({
    charityId: CharityId,
    advice: Requirement.optional(),
    rehearsal: Requirement.optional(),
    firstPost: Requirement.optional(),
    buddy: Requirement.optional(),
  }),
  output: Requirements,
  refusals: {},
});

export const viewMyPreparation = defineOperation({
  name: 'view-my-preparation',
  owner: 'recruitment',
  summary: 'A curator’s own list: what is done, what is open, and what to do next.',
  method: 'GET',
  path: '/charities/{charityId}/me/preparation',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    state: ApplicationState,
    /** When they became ready last; null where they are not. */
    readySince: Instant.nullable(),
    steps: z.array(PreparationStep),
    /** One sentence: what to do next. */
    next: z.string(),
  }),
  refusals: {},
});
