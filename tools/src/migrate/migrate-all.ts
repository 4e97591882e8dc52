import { createHmac } from 'node:crypto';
import { migrations as apiGateway } from '@baton/api-gateway/migrations';
import { type ServiceName, serviceNames } from '@baton/contracts';
import { migrations as feedback } from '@baton/feedback/migrations';
import { type Migration, migrate } from '@baton/persistence';
import { migrations as postingGateway } from '@baton/posting-gateway/migrations';
import { migrations as recruitment } from '@baton/recruitment/migrations';
import { migrations as scheduling } from '@baton/scheduling/migrations';

/** Every service's migrations, in the order in which each applies its own. */
const migrationsOf: Readonly<Record<ServiceName, readonly Migration[]>> = {
  'api-gateway': apiGateway,
  recruitment,
  scheduling,
  'posting-gateway': postingGateway,
  feedback,
};

export interface Migrated {
  /** The address of each service's own role. */
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly applied: number;
}

/**
 * Brings every schema of a database up to date. Each role's password is derived from the secret (HMAC-SHA256 of the
 * service's name), so that a service which knows its own knows no other's. Run again, nothing changes.
 */
export async function migrateAll(adminUrl: string, secret: string): Promise<Migrated> {
  const urls: Partial<Record<ServiceName, string>> = {};
  let applied = 0;
  for (const service of serviceNames) {
    const password = createHmac('sha256', secret).update(`role of ${service}`).digest('base64url');
    const done = await migrate({ adminUrl, service, migrations: [...migrationsOf[service]], password });
    urls[service] = done.url;
    applied += done.applied.length;
  }
  return { urls: urls as Record<ServiceName, string>, applied };
}
