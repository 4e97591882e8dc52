import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { Surveys1764000001000 } from './surveys.js';
import { SurveysInWaves1764600100000 } from './surveys-in-waves.js';
import { WhatAWeekendDid1764600000000 } from './what-a-weekend-did.js';

export const migrations: Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Surveys1764000001000,
  WhatAWeekendDid1764600000000,
  SurveysInWaves1764600100000,
];
