import { events, operations } from '@baton/contracts';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { BookSlot } from './booking/book-slot.js';
import { OnConsentWithdrawn } from './booking/on-consent-withdrawn.js';
import { OnCuratorLeft } from './booking/on-curator-left.js';
import { OnCuratorPaused } from './booking/on-curator-paused.js';
import { OnCuratorReady } from './booking/on-curator-ready.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import type { SchedulingConfig } from './config.js';
import { ExportRecords } from './export/export-records.js';
import { HandoverClock } from './handover/handover-clock.js';
import { DefineRota } from './rota/define-rota.js';
import { KeepRotasFilled } from './rota/keep-rotas-filled.js';
import { AddSlot } from './slots/add-slot.js';
import { ListSlots } from './slots/list-slots.js';
import { EndTakeover } from './takeovers/end-takeover.js';
import { ListTakeovers } from './takeovers/list-takeovers.js';
import { OnTakeoverGivenBack } from './takeovers/on-takeover-given-back.js';
import { ViewOnAir } from './takeovers/view-on-air.js';

const answered = serve(operations.scheduling, {
  'define-rota': DefineRota,
  'export-records': ExportRecords,
  'add-slot': AddSlot,
  'list-slots': ListSlots,
  'book-slot': BookSlot,
  'list-takeovers': ListTakeovers,
  'end-takeover': EndTakeover,
  'view-on-air': ViewOnAir,
});
const heard = consume('scheduling', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  'curator.ready.v1': OnCuratorReady,
  'curator.left.v1': OnCuratorLeft,
  'curator.paused.v1': OnCuratorPaused,
  'consent.withdrawn.v1': OnConsentWithdrawn,
  'takeover.given-back.v1': OnTakeoverGivenBack,
});

@Module({})
class SchedulingModule {}

/** Rota, slots and bookings, and the clock that opens and closes takeovers. */
export function scheduling(config: SchedulingConfig): DynamicModule {
  return {
    module: SchedulingModule,
    imports: [ServiceModule.of({ name: 'scheduling', config }), ScheduleModule.forRoot()],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [...answered.providers, ...heard.providers, HandoverClock, KeepRotasFilled],
  };
}
