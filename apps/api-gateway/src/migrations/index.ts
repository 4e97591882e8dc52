import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { Tenancy1764000000000 } from './1764000000000-tenancy.js';
import { People1764000010000 } from './1764000010000-people.js';
import { Audit1764000020000 } from './1764000020000-audit.js';
import { SignIn1764000040000 } from './1764000040000-sign-in.js';
import { Team1764000060000 } from './1764000060000-team.js';
import { ApiKeys1764000070000 } from './1764000070000-api-keys.js';
import { AuditMailing1764000080000 } from './1764000080000-audit-mailing.js';
import { TestLetters1764000084100 } from './1764000084100-test-letters.js';
import { Proofs1764000090000 } from './1764000090000-proofs.js';
import { Standing1764000100000 } from './1764000100000-standing.js';
import { Exports1764000110000 } from './1764000110000-exports.js';
import { Operators1764000110000 } from './1764000110000-operators.js';
import { SetUp1764000120000 } from './1764000120000-set-up.js';
import { ComingAboard1764000130000 } from './1764000130000-coming-aboard.js';
import { Reviewed1764000140000 } from './1764000140000-reviewed.js';
import { OnCall1764000150000 } from './1764000150000-on-call.js';
import { AlertsSettle1764000170000 } from './1764000170000-alerts-settle.js';
import { HandingOn1764000180000 } from './1764000180000-handing-on.js';

export const migrations: readonly Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  Tenancy1764000000000,
  People1764000010000,
  Audit1764000020000,
  SignIn1764000040000,
  Team1764000060000,
  ApiKeys1764000070000,
  AuditMailing1764000080000,
  Proofs1764000090000,
  Standing1764000100000,
  Exports1764000110000,
  Operators1764000110000,
  SetUp1764000120000,
  ComingAboard1764000130000,
  Reviewed1764000140000,
  TestLetters1764000084100,
  OnCall1764000150000,
  AlertsSettle1764000170000,
  HandingOn1764000180000,
];
