import { fingerprintKey, serviceConfig } from '@baton/service-kit';
import { z } from 'zod';
import { priceList } from './costs/price-list.js';

/** What the posting gateway needs beyond what every service needs. */
export const postingConfig = serviceConfig.extend({
  /** Where this installation is reached: X sends people back to a page of it and nowhere else. */
  PUBLIC_ORIGIN: z.url(),
  X_API_ORIGIN: z.url().default('https://api.x.com'),
  /** Where a person says yes to the connection. */
  X_AUTHORIZE_ORIGIN: z.url().default('https://x.com'),
  /** How long the one call to X may take. */
  X_DEADLINE_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  /** How long after an attempt a post is looked for on the account's timeline. */
  RECONCILE_FOR_MS: z.coerce.number().int().min(100).default(60_000),
  /** How long a process has a lane to itself; after a crash the lane stands still this long. */
  LANE_LEASE_MS: z.coerce.number().int().min(1_000).default(30_000),
  /** What X takes money for, as JSON with the day it was looked up; by default X’s list of April 2026. */
  X_PRICES: priceList,
  BATON_FINGERPRINT_KEY: fingerprintKey,
  MENTIONS_POLL_MS: z.coerce.number().int().min(100).default(60_000),
  /** More messages in an hour than one person can read: from then on each is set aside. */
  MENTIONS_MOST_AN_HOUR: z.coerce.number().int().min(1).default(300),
});
export type PostingConfig = z.output<typeof postingConfig>;

/** The token under which the parsed configuration is provided. */
export const POSTING_CONFIG = Symbol('posting gateway configuration');
