import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, readConfig, serviceConfig } from './read-config.js';

const complete = {
  DATABASE_URL: 'postgres://baton_scheduling:secret@127.0.0.1:5432/baton',
  NATS_URL: 'nats://127.0.0.1:4222',
  BATON_CALLER_PUBLIC_KEY: 'A'.repeat(43),
  BATON_MASTER_KEY_FILE: '/keys/master',
};

describe('reading the settings', () => {
  it('gives a frozen object with numbers as numbers and defaults filled in', () => {
    const config = readConfig(serviceConfig, { ...complete, PORT: '8080' });
    expect(config).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', LOG_LEVEL: 'info' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes nothing the schema does not name', () => {
    expect(readConfig(serviceConfig, { ...complete, AWS_SECRET: 'x' })).not.toHaveProperty('AWS_SECRET');
  });

  it('takes an empty variable for a missing one', () => {
    expect(() => readConfig(serviceConfig, { ...complete, NATS_URL: '' })).toThrow('NATS_URL: is missing');
  });

  it('lists everything that is missing or wrong at once, and never a value', () => {
    const wrong = {
      ...complete,
      PORT: 'canary',
      BATON_CALLER_PUBLIC_KEY: 'canary',
      DATABASE_URL: undefined,
      LOG_LEVEL: 'canary',
    };
    const read = () => readConfig(serviceConfig.extend({ X_API_ORIGIN: z.url() }), wrong);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /PORT: .*\n.*DATABASE_URL: is missing\n.*LOG_LEVEL: .*\n.*BATON_CALLER_PUBLIC_KEY: is 32 bytes in base64url\n.*X_API_ORIGIN: is missing/,
    );
    expect(read).not.toThrow(/canary/);
  });
});
