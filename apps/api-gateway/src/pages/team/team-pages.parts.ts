import type { Provider, Type } from '@nestjs/common';
import { OnCallPages } from '../on-call/on-call-pages.controller.js';
import { OnCallSettingsPages } from '../on-call/on-call-settings.controller.js';
import { ReportPages } from '../reports/reports.controller.js';
import { BookingRulesPages } from '../rota/booking-rules.controller.js';
import { EndRulePages } from '../rota/end-rule.controller.js';
import { HiatusPages } from '../rota/hiatus.controller.js';
import { ReadRota } from '../rota/read-rota.js';
import { RotaPages } from '../rota/rota.controller.js';
import { RulePages } from '../rota/rule.controller.js';
import { SlotPages } from '../rota/slot-pages.controller.js';
import { TeamCalendarPages } from '../rota/team-calendar.controller.js';
import { TeamVisit } from './team-visit.js';

/** What a team sees beside the weekend itself. */
export const teamPages: readonly Type[] = [
  OnCallSettingsPages,
  OnCallPages,
  TeamCalendarPages,
  ReportPages,
  RotaPages,
  SlotPages,
  EndRulePages,
  RulePages,
  HiatusPages,
  BookingRulesPages,
];
export const teamPageProviders: readonly Provider[] = [TeamVisit, ReadRota];
