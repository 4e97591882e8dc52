import type { Provider } from '@nestjs/common';
import { AskX } from './ask-x.js';
import { CrashPoints } from './crash-points.js';
import { LanePublisher } from './lane-publisher.js';
import { Lanes } from './lanes.js';
import { LookOnTimeline } from './look-on-timeline.js';
import { PublishDuePosts } from './publish-due-posts.js';
import { PublishingRecords } from './publishing-records.js';
import { ReconcileUnknown } from './reconcile-unknown.js';
import { WithinReach } from './within-reach.js';
import { XLimits } from './x-limits.js';

export const publishingProviders: Provider[] = [
  AskX,
  CrashPoints,
  LanePublisher,
  Lanes,
  LookOnTimeline,
  PublishDuePosts,
  PublishingRecords,
  ReconcileUnknown,
  WithinReach,
  XLimits,
];
