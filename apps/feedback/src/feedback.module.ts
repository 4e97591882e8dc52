import { events, operations } from '@baton/contracts';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { OpenAnalystFeed } from './analyst/open-analyst-feed.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import type { FeedbackConfig } from './config.js';
import { OnPostHeld } from './counts/on-post-held.js';
import { OnPostPublished } from './counts/on-post-published.js';
import { ExportRecords } from './export/export-records.js';
import { AnswerSurvey } from './surveys/answer-survey.js';
import { ListSurveys } from './surveys/list-surveys.js';
import { OnCuratorLeft } from './surveys/on-curator-left.js';
import { OnTakeoverClosed } from './surveys/on-takeover-closed.js';
import { ViewSurvey } from './surveys/view-survey.js';

const answered = serve(operations.feedback, {
  'list-surveys': ListSurveys,
  'export-records': ExportRecords,
  'view-survey': ViewSurvey,
  'answer-survey': AnswerSurvey,
  'open-analyst-feed': OpenAnalystFeed,
});
const heard = consume('feedback', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  'takeover.closed.v1': OnTakeoverClosed,
  'post.published.v1': OnPostPublished,
  'post.held.v1': OnPostHeld,
  'curator.left.v1': OnCuratorLeft,
});

@Module({})
class FeedbackModule {}

/** Surveys, counts, and what analysts may know of them. */
export function feedback(config: FeedbackConfig): DynamicModule {
  return {
    module: FeedbackModule,
    imports: [ServiceModule.of({ name: 'feedback', config })],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [...answered.providers, ...heard.providers],
  };
}
