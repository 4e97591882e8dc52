import { readConfig, type serviceConfig } from '@baton/service-kit';
import type { z } from 'zod';
import { testRun } from '../run/test-run.js';

/** The same for all services of a test, so that they believe each other's callers. */
const callerKey = 'the caller key of tests, which is no secret';

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
    BATON_CALLER_KEY: callerKey,
    BATON_MASTER_KEY_FILE: testRun().masterKeyFile,
    ...more,
  });
}
