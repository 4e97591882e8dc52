import { PriceList } from '@baton/contracts';
import { z } from 'zod';

/**
 * X's pay-per-use prices as of April 2026. Reads are owned reads, since every charity brings its own app. For media and
 * deletions X lists no price; they are counted all the same, so that one can be set.
 */
const listed: PriceList = {
  asOf: '2026-04-20',
  microUsd: {
    post: 15_000,
    postWithUrl: 200_000,
    summonedReply: 10_000,
    ownRead: 1_000,
    postRead: 5_000,
    media: 0,
    delete: 0,
  },
};

/** `X_PRICES`: the list as JSON. Without it, the one that Baton knows. */
export const priceList = z
  .string()
  .optional()
  .transform((text, context): unknown => {
    if (!text) return listed;
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  })
  .pipe(PriceList);
