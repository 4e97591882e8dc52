import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { Reports1764600400000 } from './reports.js';
import { Surveys1764000001000 } from './surveys.js';
import { WhatAWeekendDid1764600000000 } from './what-a-weekend-did.js';

export const migrations: Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Surveys1764000001000,
  WhatAWeekendDid1764600000000,
  Reports1764600400000,
];
