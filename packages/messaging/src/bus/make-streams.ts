import { serviceNames } from '@baton/contracts';
import { Bus } from './bus.js';
import { ensureStream, streamsOf } from './ensure-stream.js';
import { silentObserver } from './observer.js';

/**
 * Makes every stream, or brings its settings up to date, with a user who may: what migrations are to the database. Services
 * whose own users are limited find them there. Repeating it changes nothing.
 */
export async function makeStreams(url: string, replicas: number): Promise<void> {
  const bus = await Bus.connect({ url, name: 'make streams', observer: silentObserver });
  try {
    for (const stream of serviceNames.flatMap(streamsOf)) await ensureStream(bus, stream, replicas);
  } finally {
    await bus.close();
  }
}
