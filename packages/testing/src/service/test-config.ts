import { type CallerKeys, makeCallerKeys } from '@baton/messaging';
import { readConfig, type serviceConfig } from '@baton/service-kit';
import type { z } from 'zod';
import { testRun } from '../run/test-run.js';

/** The same for all services of a test file, so that they believe its callers. */
export const testCallerKeys: CallerKeys = makeCallerKeys();

/** What recruitment and the posting gateway share. */
export const testFingerprintKey = 'f'.repeat(43);

/** A service's settings for tests: parsed by its own schema, with defaults that suit a test. `more` overrides. */
export function testConfig<Schema extends typeof serviceConfig>(
  schema: Schema,
  parts: { database: { url: string }; nats: { url: string } },
  more: Record<string, string> = {},
): Readonly<z.output<Schema>> {
  return readConfig(schema, {
    DATABASE_URL: parts.database.url,
    NATS_URL: parts.nats.url,
    LOG_LEVEL: 'error',
    BATON_CALLER_PUBLIC_KEY: testCallerKeys.publicKey,
    BATON_CALLER_PRIVATE_KEY: testCallerKeys.privateKey,
    BATON_FINGERPRINT_KEY: testFingerprintKey,
    BATON_MASTER_KEY_FILE: testRun().masterKeyFile,
    ...more,
  });
}
