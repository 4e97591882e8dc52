import { events, operations } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import * as advice from './advice/wiring.js';
import * as agreement from './agreement/wiring.js';
import * as applications from './applications/wiring.js';
import { OnCrisisNoticed } from './buddies/on-crisis-noticed.js';
import * as buddies from './buddies/wiring.js';
import * as calls from './calls/wiring.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import { FINGERPRINT_KEY, MAIL_DOOR, PUBLIC_ORIGIN, type RecruitmentConfig } from './config.js';
import * as consent from './consent/wiring.js';
import * as conversation from './conversation/wiring.js';
import * as cover from './cover/wiring.js';
import * as decisions from './decisions/wiring.js';
import { ERASURE_LEDGER } from './erasure/erasure-ledger.js';
import { ReplayErasures } from './erasure/replay-erasures.js';
import * as erasure from './erasure/wiring.js';
import { ExportRecords } from './export/export-records.js';
import * as history from './history/wiring.js';
import * as identity from './identity/wiring.js';
import * as letters from './letters/wiring.js';
import * as mailDoor from './mail-door/wiring.js';
import * as mailQueue from './mail-queue/wiring.js';
import * as mailWishes from './mail-wishes/wiring.js';
import { ViewMe } from './me/view-me.js';
import * as myData from './my-data/wiring.js';
import * as nominations from './nominations/wiring.js';
import * as notes from './notes/wiring.js';
import * as ownPage from './own-page/wiring.js';
import * as part from './part/wiring.js';
import { OnFirstPostPrepared } from './preparation/on-first-post-prepared.js';
import { OnRehearsalDone } from './preparation/on-rehearsal-done.js';
import * as preparation from './preparation/wiring.js';
import { CarryOutRetention } from './retention/carry-out-retention.js';
import { OnRetentionSet } from './retention/on-retention-set.js';
import * as savedForms from './saved-forms/wiring.js';
import * as setAside from './set-aside/wiring.js';
import * as signIn from './sign-in/wiring.js';
import * as surveys from './surveys/wiring.js';
import { OnReminderDue } from './takeovers/on-reminder-due.js';
import { OnTakeoverClosed } from './takeovers/on-takeover-closed.js';
import { OnTakeoverMoved } from './takeovers/on-takeover-moved.js';
import { OnTakeoverOpened } from './takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from './takeovers/on-takeover-scheduled.js';
import * as variety from './variety/wiring.js';
import * as waits from './waits/wiring.js';

const answered = serve(operations.recruitment, {
  'export-records': ExportRecords,
  'view-me': ViewMe,
  ...calls.answers,
  ...savedForms.answers,
  ...setAside.answers,
  ...variety.answers,
  ...applications.answers,
  ...notes.answers,
  ...conversation.answers,
  ...ownPage.answers,
  ...decisions.answers,
  ...history.answers,
  ...waits.answers,
  ...agreement.answers,
  ...identity.answers,
  ...myData.answers,
  ...erasure.answers,
  ...consent.answers,
  ...signIn.answers,
  ...preparation.answers,
  ...advice.answers,
  ...buddies.answers,
  ...letters.answers,
  ...mailWishes.answers,
  ...nominations.answers,
  ...part.answers,
});
const heard = consume('recruitment', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  'takeover.scheduled.v1': OnTakeoverScheduled,
  'takeover.moved.v1': OnTakeoverMoved,
  'takeover.reminder-due.v1': OnReminderDue,
  'takeover.opened.v1': OnTakeoverOpened,
  'takeover.closed.v1': OnTakeoverClosed,
  'rehearsal.done.v1': OnRehearsalDone,
  'first-post.prepared.v1': OnFirstPostPrepared,
  'crisis.noticed.v2': OnCrisisNoticed,
  'retention.set.v1': OnRetentionSet,
  ...cover.heard,
  ...surveys.heard,
});

@Module({})
class RecruitmentModule {}

/** From a call to a ready curator, and the identity vault. */
export function recruitment(config: RecruitmentConfig): DynamicModule {
  const mailer = new Mailer({
    smtpUrl: config.SMTP_URL,
    ...(config.MAIL_FROM ? { from: config.MAIL_FROM } : {}),
  });
  return {
    module: RecruitmentModule,
    imports: [ServiceModule.of({ name: 'recruitment', config })],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [
      ...answered.providers,
      ...heard.providers,
      ...calls.parts,
      ...savedForms.parts,
      ...setAside.parts,
      ...applications.parts,
      ...notes.parts,
      ...conversation.parts,
      ...ownPage.parts,
      ...waits.parts,
      ...identity.parts,
      ...signIn.parts,
      ...preparation.parts,
      ...buddies.parts,
      ...nominations.parts,
      ...mailQueue.parts,
      ...surveys.parts,
      ...mailDoor.parts,
      ...myData.parts,
      ...erasure.parts,
      CarryOutRetention,
      { provide: FINGERPRINT_KEY, useValue: config.BATON_FINGERPRINT_KEY },
      { provide: Mailer, useValue: mailer },
      {
        provide: MAIL_DOOR,
        useValue: { host: config.HOST, port: config.MAIL_DOOR_PORT, domain: mailer.domain },
      },
      { provide: ERASURE_LEDGER, useValue: config.BATON_ERASURE_LEDGER },
      // Made before the service answers anybody: nobody whom a restore brought back is there when it does.
      {
        provide: 'erasures replayed',
        useFactory: (erasures: ReplayErasures) => erasures.replay(),
        inject: [ReplayErasures],
      },
      { provide: PUBLIC_ORIGIN, useValue: config.PUBLIC_ORIGIN },
    ],
  };
}
