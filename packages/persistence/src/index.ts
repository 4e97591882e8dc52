export { Database, type DatabaseOptions, type EntityClass } from './database/database.js';
export { DatabaseError, isViolationOf } from './database/database-error.js';
export type { Tx, WorkerTx } from './database/tx.js';
export { type MigrateOptions, type Migration, migrate } from './migrations/migrate.js';
export { grantToService, type TenantTableOptions, tenantTable } from './migrations/tenant-table.js';
export { dataKeyMigration } from './sealing/data-key-migration.js';
export { type KeyWrapper, LocalKeyWrapper } from './sealing/key-wrapper.js';
export { Vault } from './sealing/vault.js';
