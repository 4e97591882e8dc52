import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { Facet } from './question.js';

/** No group of fewer people than this is ever told, nor can be told from the others. */
export const smallestGroup = 10;
/** Numbers are told to the nearest five. */
export const roundedTo = 5;

const Counted = z.object({
  /** What may be answered, in the words of the newest call that asks it. Null: those who have not said. */
  option: z.string().nullable(),
  label: z.string().nullable(),
  /** Rounded to five. Null: hidden, because it is small, or because it would give a small one away. */
  people: z.int().nullable(),
});

export const viewVariety = defineOperation({
  name: 'view-variety',
  owner: 'recruitment',
  summary:
    'How varied applicants and curators are, by what they chose to tell. Groups of fewer than ten are hidden, and so is what would give them away; numbers are rounded to five.',
  method: 'GET',
  path: '/charities/{charityId}/variety',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    facets: z.array(
      z.object({
        facet: Facet,
        /** Applied, being screened, accepted, preparing, or told “not now”. */
        applicants: z.array(Counted),
        /** Ready, live and alumni. */
        curators: z.array(Counted),
      }),
    ),
  }),
  refusals: {},
});
