import { type EventDeclaration, factSubjectOf, wireTypeOf } from '../define/define-event.js';
import { Envelope } from '../define/envelope.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { sampleEnvelope } from './sample-envelope.js';

/** The AsyncAPI 3.0 document of every fact on the bus. */
export function toAsyncApi(events: readonly EventDeclaration[]): JsonSchema {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Baton facts',
      version: '1',
      description: 'Past facts, in CloudEvents 1.0 structured JSON, on JetStream. They only ever grow.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(events.map((event) => [keyOf(event), describeChannel(event)])),
    operations: Object.fromEntries(events.map((event) => [`say-${keyOf(event)}`, describeSaying(event)])),
  };
}

const keyOf = (event: EventDeclaration): string => `${event.type.replace('.', '-')}-v${event.version}`;

function describeChannel(event: EventDeclaration): JsonSchema {
  return {
    address: factSubjectOf(event, '{charityId}'),
    description: `${event.summary} Said by ${event.owner}; heard by ${hearersOf(event)}.`,
    parameters: { charityId: { description: 'The charity’s id.' } },
    messages: { fact: describeMessage(event) },
  };
}

function describeMessage(event: EventDeclaration): JsonSchema {
  const envelope = jsonSchemaOf(Envelope, 'output');
  const properties = envelope['properties'] as Record<string, JsonSchema>;
  const payload = {
    ...envelope,
    properties: {
      ...properties,
      type: { type: 'string', const: wireTypeOf(event) },
      data: jsonSchemaOf(event.data, 'output'),
    },
  };
  return {
    name: wireTypeOf(event),
    title: event.type,
    summary: event.summary,
    payload,
    examples: [{ name: 'golden', payload: sampleEnvelope(event) }],
  };
}

const describeSaying = (event: EventDeclaration): JsonSchema => ({
  action: 'send',
  title: event.summary,
  channel: { $ref: `#/channels/${keyOf(event)}` },
});

/** Who consumes an event, in words. */
export const hearersOf = (event: EventDeclaration): string =>
  event.audience === 'analyst' ? 'analysts' : event.consumers.join(', ') || 'nobody yet';
