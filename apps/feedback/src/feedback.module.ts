import { events, operations } from '@baton/contracts';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { OpenAnalystFeed } from './analyst/open-analyst-feed.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import type { FeedbackConfig } from './config.js';
import * as counts from './counts/wiring.js';
import * as engagement from './engagement/wiring.js';
import { ExportRecords } from './export/export-records.js';
import * as holds from './holds/wiring.js';
import * as incidents from './incidents/wiring.js';
import * as joined from './joined/wiring.js';
import * as notes from './notes/wiring.js';
import * as pulse from './pulse/wiring.js';
import * as reports from './reports/wiring.js';
import * as surveys from './surveys/wiring.js';
import * as takeovers from './takeovers/wiring.js';

const answered = serve(operations.feedback, {
  'export-records': ExportRecords,
  'open-analyst-feed': OpenAnalystFeed,
  ...surveys.answers,
  ...pulse.answers,
  ...engagement.answers,
  ...notes.answers,
  ...reports.answers,
});
const heard = consume('feedback', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  ...counts.heard,
  ...surveys.heard,
  ...pulse.heard,
  ...engagement.heard,
  ...takeovers.heard,
  ...holds.heard,
  ...incidents.heard,
  ...joined.heard,
});

@Module({})
class FeedbackModule {}

/** Surveys, counts, reports, and what analysts may know of them. */
export function feedback(config: FeedbackConfig): DynamicModule {
  return {
    module: FeedbackModule,
    imports: [ServiceModule.of({ name: 'feedback', config })],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [
      ...answered.providers,
      ...heard.providers,
      ...surveys.parts,
      ...pulse.providers,
      ...joined.reactions,
    ],
  };
}
