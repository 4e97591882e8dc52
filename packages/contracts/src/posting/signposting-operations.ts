import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';

/** Somewhere a person in distress can turn to. How to reach it is written as people say it: `116 123`, `SHOUT to 85258`. */
export const SignpostingResource = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** For whom, when, and what it costs. */
    about: z.string().trim().min(1).max(200),
    call: z.string().trim().min(1).max(60).optional(),
    text: z.string().trim().min(1).max(60).optional(),
    web: z
      .url({ protocol: /^https$/ })
      .max(200)
      .optional(),
  })
  .refine(({ call, text, web }) => call !== undefined || text !== undefined || web !== undefined, {
    message: 'say how to reach it: a number to call or text, or a page',
  });
export type SignpostingResource = z.infer<typeof SignpostingResource>;

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
