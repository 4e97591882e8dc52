import { EmailAddress } from '@baton/contracts';
import { callerKey, serviceConfig } from '@baton/service-kit';
import { z } from 'zod';

/** What the gateway needs beyond what every service needs. */
export const gatewayConfig = serviceConfig.extend({
  /** Where people reach the gateway; used in links and to tell our own pages from foreign ones. */
  PUBLIC_ORIGIN: z.url(),
  /** The operator's bearer token, as it stands in a header: no spaces. */
  BATON_OPERATOR_TOKEN: z
    .string()
    .regex(/^[!-~]{32,}$/, 'needs at least 32 characters, none of them a space'),
  /** Addresses, with commas, of the people who run this installation and sign in as themselves to do it. */
  BATON_OPERATOR_EMAILS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((email) => email.trim() !== ''))
    .pipe(z.array(EmailAddress)),
  /** With it the gateway signs for whom it asks; no other service has it. */
  BATON_CALLER_PRIVATE_KEY: callerKey,
  /** Whether a person lets charities come aboard, or, on a charity's own installation, nobody has to. */
  APPROVE_CHARITIES: z.enum(['by-hand', 'at-once']).default('by-hand'),
  SMTP_URL: z.url(),
  /** The file that restored backups are held against (docs/adr/0009): on a disk that is not restored with the database. */
  BATON_ERASURE_LEDGER: z.string().min(1),
  /** How often one address may call a command that needs no sign-in, per minute. */
  ANYONE_PER_MINUTE: z.coerce.number().int().positive().default(60),
  /**
   * The secret (“API key secret”) of the app on X whose webhook rings here, at `/x/bell` (docs/adr/0023). Without it nothing rings,
   * and messages are asked for.
   */
  X_BELL_SECRET: z.string().min(16).optional(),
  /** True only behind one proxy that adds the caller's address to X-Forwarded-For. */
  TRUST_PROXY: z.stringbool().default(false),
});
export type GatewayConfig = z.output<typeof gatewayConfig>;

/** The token under which the secret of X's bell is provided: undefined where there is no bell. */
export const X_BELL_SECRET = Symbol('secret of the bell of X');

/** The token under which it is provided whether a proxy of ours tells callers’ addresses. */
export const TRUST_PROXY = Symbol('trust proxy');

/** The token under which the address people reach us at is provided. */
export const PUBLIC_ORIGIN = Symbol('public origin');
