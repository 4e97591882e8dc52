import { z } from 'zod';

/** Thrown at start with one line per variable that is missing or wrong. Values are never repeated: they may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Parses the environment once into a frozen object. The only place that may be handed `process.env`. */
export function readConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv = process.env,
): Readonly<z.output<S>> {
  const known = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name] === '' ? undefined : env[name]]),
  );
  const parsed = schema.safeParse(known);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `  ${name}: ${known[name] === undefined ? 'is missing' : issue.message}`;
  });
  throw new ConfigError(['These settings are missing or wrong:', ...lines].join('\n'));
}

/** Half of an Ed25519 key pair. */
export const callerKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is 32 bytes in base64url');

/**
 * 32 random bytes that recruitment and the posting gateway share, and nobody else: with it one makes fingerprints of who a
 * curator is and the other compares. It belongs in no database and on no bus.
 */
export const fingerprintKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is 32 bytes in base64url');

/** What every service is told by its environment. */
export const serviceConfig = z.object({
  /** 0 takes any free port; the one taken is told in the "listening" line. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
  /** The service role's own database address. */
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  NATS_URL: z.string().min(1),
  /** Copies of each stream: 3 in a cluster, 1 on one server. */
  STREAM_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** By which a service tells whom the gateway really speaks for: 32 bytes, base64url. */
  BATON_CALLER_PUBLIC_KEY: callerKey,
  /** 32 random bytes in a file only this user can read. */
  BATON_MASTER_KEY_FILE: z.string().min(1),
});
export type ServiceConfig = z.output<typeof serviceConfig>;
