import { inboxMigration, outboxMigration } from '@baton/messaging';
import type { Migration } from '@baton/persistence';
import { CreateRota1700000000101 } from './create-rota.js';
import { CreateTakeovers1700000000102 } from './create-takeovers.js';
import { CuratorsGo1764000060100 } from './curators-go.js';
import { RotasByRecurrence1764000100200 } from './rotas-by-recurrence.js';
import { TakeoversGiveWay1764000100100 } from './takeovers-give-way.js';

export const migrations: Migration[] = [
  outboxMigration,
  inboxMigration,
  CreateRota1700000000101,
  CreateTakeovers1700000000102,
  CuratorsGo1764000060100,
  TakeoversGiveWay1764000100100,
  RotasByRecurrence1764000100200,
];
