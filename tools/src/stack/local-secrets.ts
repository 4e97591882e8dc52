import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of this checkout's own system, made once and kept in files only this user can read. */
export interface LocalSecrets {
  readonly masterKeyFile: string;
  readonly callerKey: string;
  readonly operatorToken: string;
  readonly databasePassword: string;
}

export function localSecrets(dataDir: string): LocalSecrets {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = (name: string): string => {
    const file = join(folder, name);
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  };
  const masterKeyFile = join(folder, 'master.key');
  if (!existsSync(masterKeyFile)) writeFileSync(masterKeyFile, randomBytes(32), { mode: 0o600 });
  return {
    masterKeyFile,
    callerKey: kept('caller.key'),
    operatorToken: kept('operator.token'),
    databasePassword: kept('database.password'),
  };
}
