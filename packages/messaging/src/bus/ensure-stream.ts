import { isDeepStrictEqual } from 'node:util';
import { analystStream, type ServiceName, serviceNames, streamOf } from '@baton/contracts';
import {
  DiscardPolicy,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import type { Bus } from './bus.js';

const secondNs = 1_000_000_000;
const dayNs = 24 * 60 * 60 * secondNs;

/**
 * Sees to it that a stream is there with its settings, which follow from its name. Where it is not, makes it or brings it up
 * to date; a service whose user is limited may not, and finds it made already (make-streams.ts).
 *
 * - On disk, kept for 30 days: Postgres holds the facts for good (`rebuildBus`).
 * - Duplicates are dropped within ten minutes, many times what a relay's failover takes. A longer window
 *   would only cost the server memory: later copies are caught by the consumers' inboxes.
 */
export async function ensureStream(bus: Bus, name: string, replicas: number): Promise<JetStreamManager> {
  const manager = await jetstreamManager(bus.connection, { checkAPI: false });
  const wanted = {
    name,
    subjects: [subjectsOf(name)],
    num_replicas: replicas,
    max_age: 30 * dayNs,
    duplicate_window: 600 * secondNs,
  } satisfies Partial<StreamConfig>;
  const fixed = {
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
  };
  if (await isThere(manager, wanted)) return manager;
  try {
    await manager.streams.add({ ...wanted, ...fixed });
  } catch {
    await manager.streams.update(name, wanted);
  }
  return manager;
}

async function isThere(manager: JetStreamManager, wanted: Partial<StreamConfig> & { name: string }) {
  const { config } = await manager.streams.info(wanted.name).catch(() => ({ config: undefined }));
  return config !== undefined && isDeepStrictEqual({ ...config, ...wanted }, config);
}

/** The streams a service states its facts in. */
export const streamsOf = (owner: ServiceName): string[] =>
  owner === 'feedback' ? [streamOf(owner), analystStream] : [streamOf(owner)];

function subjectsOf(stream: string): string {
  const owner = serviceNames.find((service) => streamOf(service) === stream);
  return owner ? `facts.${owner}.>` : 'analyst.>';
}
