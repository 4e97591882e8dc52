import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from '@baton/contracts';
import { type CallerKeys, makeCallerKeys } from '@baton/messaging';

/** Secrets of this checkout's own system, made once and kept in files only this user can read. */
export interface LocalSecrets {
  /** A master key for each service: what one has sealed, no other can open. */
  masterKeyFileOf(service: ServiceName): string;
  /** The private half is the gateway's alone. */
  readonly callerKeys: CallerKeys;
  readonly operatorToken: string;
  /** From which the password of each service's own database role is derived. */
  readonly databaseSecret: string;
  /** Recruitment and the posting gateway share it. */
  readonly fingerprintKey: string;
}

export function localSecrets(dataDir: string): LocalSecrets {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = (name: string): string => {
    const file = join(folder, name);
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  };
  return {
    masterKeyFileOf(service) {
      const file = join(folder, `${service}.master.key`);
      if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
      return file;
    },
    callerKeys: keptKeys(join(folder, 'caller.keys.json')),
    operatorToken: kept('operator.token'),
    databaseSecret: kept('database.secret'),
    fingerprintKey: kept('fingerprint.key'),
  };
}

function keptKeys(file: string): CallerKeys {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeCallerKeys()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8'));
}
