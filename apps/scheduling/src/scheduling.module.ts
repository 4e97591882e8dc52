import { events, operations } from '@baton/contracts';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import * as booking from './booking/wiring.js';
import * as calendars from './calendars/wiring.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import type { SchedulingConfig } from './config.js';
import * as cover from './cover/wiring.js';
import { ExportRecords } from './export/export-records.js';
import * as handover from './handover/wiring.js';
import * as hiatus from './hiatus/wiring.js';
import * as holds from './holds/wiring.js';
import * as preFlight from './pre-flight/wiring.js';
import * as reminders from './reminders/wiring.js';
import * as rota from './rota/wiring.js';
import * as rules from './rules/wiring.js';
import * as slots from './slots/wiring.js';
import * as standby from './standby/wiring.js';
import * as swaps from './swaps/wiring.js';
import * as takeovers from './takeovers/wiring.js';
import { handleTimers } from './timers/handle-timers.js';
import * as timers from './timers/wiring.js';
import * as waitlist from './waitlist/wiring.js';
import { ZoneRules, zoneRulesOfThisProcess } from './windows/zone-rules.js';
import * as zoneLaw from './zone-law/wiring.js';

const answered = serve(operations.scheduling, {
  'export-records': ExportRecords,
  ...rota.answers,
  ...slots.answers,
  ...hiatus.answers,
  ...zoneLaw.answers,
  ...booking.answers,
  ...rules.answers,
  ...holds.answers,
  ...standby.answers,
  ...waitlist.answers,
  ...cover.answers,
  ...swaps.answers,
  ...takeovers.answers,
  ...reminders.answers,
  ...preFlight.answers,
  ...calendars.answers,
});
const heard = consume('scheduling', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  ...booking.heard,
  ...takeovers.heard,
  ...preFlight.heard,
  ...calendars.heard,
});
const due = handleTimers({
  ...booking.timers,
  ...cover.timers,
  ...swaps.timers,
  ...reminders.timers,
  ...preFlight.timers,
});

@Module({})
class SchedulingModule {}

/** Rota, slots and bookings, and the clock that opens and closes takeovers. `zoneRules`: as this process knows them. */
export function scheduling(config: SchedulingConfig, zoneRules = zoneRulesOfThisProcess): DynamicModule {
  return {
    module: SchedulingModule,
    imports: [ServiceModule.of({ name: 'scheduling', config }), ScheduleModule.forRoot()],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [
      ...answered.providers,
      ...heard.providers,
      ...due,
      { provide: ZoneRules, useValue: zoneRules },
      ...rota.parts,
      ...zoneLaw.parts,
      ...handover.parts,
      ...timers.parts,
      ...calendars.parts,
    ],
  };
}
