import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { Recruitment1764000002000 } from './recruitment.js';

export const migrations: Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Recruitment1764000002000,
];
