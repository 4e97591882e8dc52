import { join } from 'node:path';
import { analystStream, type ServiceName, serviceNames } from '@baton/contracts';
import { startNatsServer } from '@baton/local-parts';
import { makeStreams, natsPermissionsOf } from '@baton/messaging';
import type { StackOptions } from './start-stack.js';

export interface StartedBus {
  /** Of a user who may do everything: for making streams, and for looking on. */
  readonly url: string;
  readonly analystUrl: string;
  readonly name: string;
  /** What a service is given: its own user, limited to its subjects. */
  urlOf(service: ServiceName): string;
}

/** A bus with its streams made and a user for every service. One that was given from outside has one address for all. */
export async function startBus(
  { natsUrl, dataDir, analystFeed }: StackOptions,
  started: AsyncDisposableStack,
): Promise<StartedBus> {
  if (natsUrl) {
    await makeStreams(natsUrl, 1);
    return { url: natsUrl, analystUrl: natsUrl, name: 'NATS given by NATS_URL', urlOf: () => natsUrl };
  }
  const durable = `analyst_${analystFeed}`;
  const nats = await startNatsServer({
    dataDir: join(dataDir, 'nats'),
    users: serviceNames.map((name) => ({ name, ...natsPermissionsOf(name) })),
    analysts: [{ stream: analystStream, durable }],
  });
  started.defer(() => nats.stop());
  await makeStreams(nats.url, 1);
  return {
    url: nats.url,
    analystUrl: nats.analystUrls[durable] ?? '',
    name: `nats-server ${nats.version}`,
    urlOf: (service) => nats.userUrls[service] ?? '',
  };
}
