import { z } from 'zod';
import { anyone, curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, TakeoverId } from '../define/ids.js';
import { CalendarDate } from '../define/words.js';
import { notYours } from './refusals.js';

/** Millionths of a US dollar: X prices in tenths of cents, and whole numbers add up. */
export const MicroUsd = z.int().min(0);

/** What is counted. `post`: without a link, also each part of a thread. `summonedReply`: an answer to a mention. */
export const CostKind = z.enum([
  'post',
  'postWithUrl',
  'summonedReply',
  'ownRead',
  'postRead',
  'media',
  'delete',
]);
export type CostKind = z.infer<typeof CostKind>;

/** What X takes for one of each, and as of when that was read. Source: X's developer pricing, pay per use. */
export const PriceList = z.object({ asOf: CalendarDate, microUsd: z.record(CostKind, MicroUsd) });
export type PriceList = z.infer<typeof PriceList>;

export const listPrices = defineOperation({
  name: 'list-prices',
  owner: 'posting-gateway',
  summary: 'What X takes for a post, a post with a link, a read and the like, and when that was looked up.',
  method: 'GET',
  path: '/prices',
  access: [anyone],
  input: z.object({}),
  output: PriceList,
  refusals: {},
});

/** Of one takeover. Null: no such limit. */
export const Budget = z.object({
  /** From here on people are told. */
  softMicroUsd: MicroUsd.nullable(),
  /** Nothing of a curator's goes out that would pass this. */
  hardMicroUsd: MicroUsd.nullable(),
});
export type Budget = z.infer<typeof Budget>;

export const setBudget = defineOperation({
  name: 'set-budget',
  owner: 'posting-gateway',
  summary: 'Sets what a takeover may cost at X. What waits for a higher limit goes as soon as there is one.',
  method: 'PUT',
  path: '/charities/{charityId}/budget',
  access: [staff('manager', 'trustee')],
  input: z
    .object({ charityId: CharityId, ...Budget.shape })
    .refine(({ softMicroUsd: soft, hardMicroUsd: hard }) => soft === null || hard === null || soft <= hard, {
      path: ['softMicroUsd'],
      message: 'cannot be higher than the hard limit',
    }),
  output: Budget,
  refusals: {},
});

export const viewBudget = defineOperation({
  name: 'view-budget',
  owner: 'posting-gateway',
  summary: 'What a takeover may cost at X.',
  method: 'GET',
  path: '/charities/{charityId}/budget',
  access: [curator, staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: Budget,
  refusals: {},
});

export const viewCosts = defineOperation({
  name: 'view-costs',
  owner: 'posting-gateway',
  summary:
    'What a takeover has cost at X so far, what waits, what is left, and what the whole of it will come to.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/costs',
  access: [curator, staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    spentMicroUsd: MicroUsd,
    byKind: z.array(z.object({ kind: CostKind, units: z.int(), microUsd: MicroUsd })),
    /** Posts X may have. */
    perhapsMicroUsd: MicroUsd,
    /** Posts that wait to go. */
    waitingMicroUsd: MicroUsd,
    ...Budget.shape,
    /** Until the hard limit, with all that waits and may be out taken off; null without a limit. */
    leftMicroUsd: z.int().nullable(),
    /** Where the weekend is heading, from how it went so far; null before it has begun. */
    forecastMicroUsd: MicroUsd.nullable(),
    stands: z.enum(['fine', 'soft', 'hard']),
    words: z.string(),
    pricesAsOf: CalendarDate,
  }),
  refusals: { notYours },
});
