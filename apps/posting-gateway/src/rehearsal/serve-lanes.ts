import type { INestApplicationContext } from '@nestjs/common';
import type { LeasedLane } from '../publishing/claim-lanes.js';
import { PublishDuePosts } from '../publishing/publish-due-posts.js';
import type { PlannedCrashes } from './crash.js';

/** Serves lanes at once, each until nothing is due or its process dies. A fault of any is thrown at the end. */
export async function serveLanes(
  { app, crashes }: { readonly app: INestApplicationContext; readonly crashes: PlannedCrashes },
  lanes: readonly LeasedLane[],
  stopping: () => boolean,
): Promise<void> {
  const publishing = app.get(PublishDuePosts);
  const serving = lanes.map((lane) => crashes.untilDeath(() => publishing.inLane(lane, stopping)));
  for (const served of await Promise.allSettled(serving)) {
    if (served.status === 'rejected') throw served.reason;
  }
}
