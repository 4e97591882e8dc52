import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@baton/local-parts';
import { migrateAll } from '../migrate/migrate-all.js';
import { localSecrets } from '../stack/local-secrets.js';
import { dataFolderOf } from '../start/checkout-data.js';
import { rotateMasterKeys } from './rotate-master-keys.js';

/** `npm run keys:rotate`: a new master key for every service of this checkout's own system, which must not be running. */
const { path } = dataFolderOf(fileURLToPath(new URL('../../../', import.meta.url)));
const secrets = localSecrets(path);
const given = process.env['DATABASE_URL'];
const postgres = given ? undefined : await startPostgres({ dataDir: join(path, 'postgres') });
try {
  const { urls } = await migrateAll(given ?? postgres?.adminUrl ?? '', secrets.databaseSecret);
  for (const { service, keyNumber, rewrapped } of await rotateMasterKeys({ ...secrets, urls })) {
    console.log(`  ✓ ${service.padEnd(16)} key ${keyNumber} wraps ${rewrapped} data keys`);
  }
  console.log(
    '  The next start uses them. Keep a copy of the key files somewhere safe: without them nothing opens.',
  );
} finally {
  await postgres?.stop();
}
