import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { AlsoTells1764000056020 } from './also-tells.js';
import { ApplicationNotes1764000071000 } from './application-notes.js';
import { Buddies1764000083010 } from './buddies.js';
import { CallsInVersions1764000080000 } from './calls-in-versions.js';
import { Fingerprints1764000056000 } from './fingerprints.js';
import { HeardSurveys1764600501000 } from './heard-surveys.js';
import { LinksAndWishes1764000087000 } from './links-and-wishes.js';
import { Nominations1764000081000 } from './nominations.js';
import { NothingIsLost1764000085500 } from './nothing-is-lost.js';
import { Parts1764000081010 } from './parts.js';
import { Preparation1764000083000 } from './preparation.js';
import { PrintRecipe1764000056010 } from './print-recipe.js';
import { Privacy1764000060000 } from './privacy.js';
import { Recruitment1764000002000 } from './recruitment.js';
import { SavedForms1764000080100 } from './saved-forms.js';
import { Screening1764000082000 } from './screening.js';
import { SetAside1764000080200 } from './set-aside.js';
import { SignInTickets1764000060200 } from './sign-in-tickets.js';
import { ThePath1764000070000 } from './the-path.js';
import { WordsAndReturns1764000084000 } from './words-and-returns.js';

export const migrations: Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Recruitment1764000002000,
  Privacy1764000060000,
  SignInTickets1764000060200,
  Fingerprints1764000056000,
  PrintRecipe1764000056010,
  AlsoTells1764000056020,
  ThePath1764000070000,
  ApplicationNotes1764000071000,
  CallsInVersions1764000080000,
  SavedForms1764000080100,
  SetAside1764000080200,
  Nominations1764000081000,
  Parts1764000081010,
  Preparation1764000083000,
  Buddies1764000083010,
  Screening1764000082000,
  WordsAndReturns1764000084000,
  LinksAndWishes1764000087000,
  NothingIsLost1764000085500,
  HeardSurveys1764600501000,
];
