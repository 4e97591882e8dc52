import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';
import { SignpostingResource } from './signposting-resource.js';

export const SignpostingCountry = z.enum(['GB', 'IE', 'US', 'CA', 'AU', 'DE', 'FR', 'NL']);
export type SignpostingCountry = z.infer<typeof SignpostingCountry>;

const Resources = z.array(SignpostingResource).min(1).max(12);

export const listSignpostingPresets = defineOperation({
  name: 'list-signposting-presets',
  owner: 'posting-gateway',
  summary:
    'Well-known helplines by country, to begin with. The charity checks them before it takes them over.',
  method: 'GET',
  path: '/signposting-presets',
  access: [anyone],
  input: z.object({}),
  output: z.object({
    presets: z.array(z.object({ country: SignpostingCountry, resources: Resources })),
    /** When the list was last compared with what is published. */
    checkedOn: z.iso.date(),
    note: z.string(),
  }),
  refusals: {},
});

const Signposting = z.object({
  resources: z.array(SignpostingResource),
  /** 0 where the charity has not set its own; what is shown then is its country's preset. */
  version: z.int().min(0),
  confirmedByCharity: z.boolean(),
  setAt: Instant.nullable(),
});

export const setSignposting = defineOperation({
  name: 'set-signposting',
  owner: 'posting-gateway',
  summary: 'Sets where the charity points people in distress to; each change is a new version.',
  method: 'PUT',
  path: '/charities/{charityId}/signposting',
  access: [staff('manager', 'trustee')],
  input: z.object({
    charityId: CharityId,
    resources: Resources,
    /** A person of the charity has tried every number and page. */
    confirmed: z.literal(true, 'please try every number and page first, then say so'),
  }),
  output: Signposting,
  refusals: {},
});

export const viewSignposting = defineOperation({
  name: 'view-signposting',
  owner: 'posting-gateway',
  summary:
    'Where the charity points people in distress to. Open to everybody: nobody in distress signs in first.',
  method: 'GET',
  path: '/charities/{charityId}/signposting',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: Signposting,
  refusals: {},
});
