import { migrations as apiGateway } from '@baton/api-gateway/migrations';
import type { ServiceName } from '@baton/contracts';
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

/** Brings every schema of a database up to date. Run again, it changes nothing but the roles' passwords. */
export async function migrateAll(adminUrl: string, password: string): Promise<Migrated> {
  const services = Object.keys(migrationsOf) as ServiceName[];
  const urls: Partial<Record<ServiceName, string>> = {};
  let applied = 0;
  for (const service of services) {
    const done = await migrate({ adminUrl, service, migrations: [...migrationsOf[service]], password });
    urls[service] = done.url;
    applied += done.applied.length;
  }
  return { urls: urls as Record<ServiceName, string>, applied };
}
