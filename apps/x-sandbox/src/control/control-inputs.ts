import { z } from 'zod';
import { scopes } from '../oauth/scopes.js';

/** What the control API takes over HTTP, field by field as in `SandboxControl`. */
const username = z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'must be 1 to 15 letters, digits or underscores');

export const NewApp = z.strictObject({
  name: z.string().min(1),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).nullable().optional(),
  callbackUrls: z.union([z.literal('loopback'), z.array(z.url()).min(1)]).optional(),
  creditUsd: z.number().min(0).optional(),
});

export const Credit = z.strictObject({ creditUsd: z.union([z.number().min(0), z.literal('unlimited')]) });

export const NewAccount = z.strictObject({
  username,
  name: z.string().min(1).max(50),
  verified: z.boolean().optional(),
});

export const TokenOrder = z.strictObject({
  username,
  clientId: z.string().optional(),
  scopes: z.array(z.enum(scopes)).min(1).optional(),
});

export const FollowerPost = z.strictObject({
  username,
  name: z.string().min(1).max(50).optional(),
  accountAgeDays: z.number().min(0).optional(),
  text: z.string().min(1),
  inReplyTo: z.string().optional(),
  quoteOf: z.string().optional(),
});

const count = z.number().int().min(0);
const maybeCount = count.exactOptional();

export const Metrics = z.strictObject({
  retweet_count: maybeCount,
  reply_count: maybeCount,
  like_count: maybeCount,
  quote_count: maybeCount,
  bookmark_count: maybeCount,
  impression_count: maybeCount,
});

export const Followers = z.strictObject({ followers: count });

export const SettingsChange = z.strictObject({
  accessTokenLifeS: z.number().int().min(1).exactOptional(),
  duplicateWindowMs: maybeCount,
  visibilityLagMs: maybeCount,
  enforceDayLimits: z.boolean().exactOptional(),
  engagementGrows: z.boolean().exactOptional(),
  rateLimits: z.record(z.string(), count).exactOptional(),
});
