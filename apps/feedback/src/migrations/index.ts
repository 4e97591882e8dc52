import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { EngagementLeftOut1764600201000 } from './engagement-left-out.js';
import { Pulse1764600200000 } from './pulse.js';
import { QuotesShown1764600500000 } from './quotes-shown.js';
import { Reports1764600400000 } from './reports.js';
import { SurveyCrises1764600502000 } from './survey-crises.js';
import { Surveys1764000001000 } from './surveys.js';
import { SurveysInWaves1764600100000 } from './surveys-in-waves.js';
import { WhatAWeekendDid1764600000000 } from './what-a-weekend-did.js';
import { WhatFollowersNeed1764600202000 } from './what-followers-need.js';
import { WhoAWeekendWas1764600401000 } from './who-a-weekend-was.js';

export const migrations: Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Surveys1764000001000,
  WhatAWeekendDid1764600000000,
  SurveysInWaves1764600100000,
  Pulse1764600200000,
  EngagementLeftOut1764600201000,
  Reports1764600400000,
  QuotesShown1764600500000,
  WhatFollowersNeed1764600202000,
  WhoAWeekendWas1764600401000,
  SurveyCrises1764600502000,
];
