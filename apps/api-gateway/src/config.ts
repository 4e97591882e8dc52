import { serviceConfig } from '@baton/service-kit';
import { z } from 'zod';

/** What the gateway needs beyond what every service needs. */
export const gatewayConfig = serviceConfig.extend({
  /** Where people reach the gateway; used in links and to tell our own pages from foreign ones. */
  PUBLIC_ORIGIN: z.url(),
  /** The operator's bearer token; at least 32 characters. */
  BATON_OPERATOR_TOKEN: z.string().min(32),
  SMTP_URL: z.url(),
  /** Where a charity's timeline can be seen, the handle added: `https://x.com`. */
  X_TIMELINE_ORIGIN: z.url().default('https://x.com'),
  /** How often one address may call a command that needs no sign-in, per minute. */
  ANYONE_PER_MINUTE: z.coerce.number().int().positive().default(60),
  /** True only behind a proxy that sets X-Forwarded-For itself. */
  TRUST_PROXY: z.stringbool().default(false),
});
export type GatewayConfig = z.output<typeof gatewayConfig>;

/** The token under which the address people reach us at is provided. */
export const PUBLIC_ORIGIN = Symbol('public origin');
