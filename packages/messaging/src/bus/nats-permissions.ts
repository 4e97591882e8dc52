import { allEvents, analystStream, type ServiceName, streamOf } from '@baton/contracts';
import { streamsOf } from './ensure-stream.js';
import { nudgeOf } from './nudge.js';

/** What a user of the bus may send to and listen on; nothing else. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/**
 * What a service may do on the bus, from the contracts: state its own facts, take the facts of the owners it listens to by
 * its own durable consumer, answer its own operations (a reply goes where the question said, which the server allows once).
 * Only the gateway asks.
 *
 * No service may make or change a stream, not even its own: a stream takes in whatever subjects its maker says, foreign
 * questions included. Nor does one have a consumer on facts it states: what a consumer delivers goes to any subject, so that a
 * service could send a fact it made up under a foreign name. The facts of others, delivered that way, are harmless: a reader
 * believes a fact only on the stream of its owner. Two exceptions, and what they cost, stand in docs/adr/0008: the gateway
 * hears its own facts, and feedback makes its analysts' consumers.
 */
export function natsPermissionsOf(service: ServiceName): NatsPermissions {
  const own = streamsOf(service);
  const heard = streamsHeardBy(service);
  return {
    publish: [
      `facts.${service}.>`,
      nudgeOf(service),
      '$JS.API.INFO',
      ...[...new Set([...own, ...heard])].map((stream) => `$JS.API.STREAM.INFO.${stream}`),
      ...heard.flatMap((stream) => consuming(stream, service)),
      ...(service === 'feedback' ? feedingAnalysts : []),
      ...(service === 'api-gateway' ? ['op.>'] : []),
    ],
    subscribe: [
      `op.${service}.>`,
      nudgeOf(service),
      `${inboxOf(service)}.>`,
      ...heard.map((stream) => `$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${stream}.${service}`),
    ],
  };
}

/** Where answers to a user arrive: under its own name, so that no other can listen in. */
export const inboxOf = (user: string): string => `_INBOX_${user}`;

const streamsHeardBy = (service: ServiceName): string[] => [
  ...new Set(
    allEvents
      .filter((event) => event.audience === 'internal' && event.consumers.includes(service))
      .map((event) => streamOf(event.owner)),
  ),
];

const consuming = (stream: string, durable: string): string[] => [
  `$JS.API.CONSUMER.CREATE.${stream}.${durable}`,
  `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
  `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
  `$JS.API.STREAM.MSG.GET.${stream}`,
  `$JS.ACK.${stream}.${durable}.>`,
];

const feedingAnalysts = [
  'analyst.>',
  `$JS.API.CONSUMER.CREATE.${analystStream}.*.analyst.>`,
  `$JS.API.CONSUMER.INFO.${analystStream}.*`,
];
