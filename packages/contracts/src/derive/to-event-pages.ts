import {
  analystStream,
  type EventDeclaration,
  factSubjectOf,
  streamOf,
  wireTypeOf,
} from '../define/define-event.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { sampleEnvelope } from './sample-envelope.js';
import { hearersOf } from './to-asyncapi.js';

/** Markdown pages by file name: one per event and a catalog, `README.md`. */
export function toEventPages(events: readonly EventDeclaration[]): Record<string, string> {
  return {
    'README.md': catalogPage(events),
    ...Object.fromEntries(events.map((event) => [fileNameOf(event), eventPage(event)])),
  };
}

const fileNameOf = (event: EventDeclaration): string => `${event.type}.v${event.version}.md`;

function catalogPage(events: readonly EventDeclaration[]): string {
  const rows = events.map(
    (event) =>
      `| [\`${event.type}\` v${event.version}](${fileNameOf(event)}) | ${event.summary} | ${event.owner} | ${hearersOf(event)} |`,
  );
  return [
    '# Facts',
    '',
    'Generated from `packages/contracts`. Every fact is a CloudEvents 1.0 envelope on JetStream.',
    '',
    '| fact | what happened | said by | heard by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function eventPage(event: EventDeclaration): string {
  const schema = jsonSchemaOf(event.data, 'output');
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  return [
    `# ${event.type} v${event.version}`,
    '',
    event.summary,
    '',
    `- Type on the wire: \`${wireTypeOf(event)}\``,
    `- Said by: ${event.owner}; heard by: ${hearersOf(event)}`,
    `- Subject: \`${factSubjectOf(event, '<charityId>')}\` in stream \`${event.audience === 'analyst' ? analystStream : streamOf(event.owner)}\``,
    `- Audience: ${event.audience}`,
    '',
    '| field | shape |',
    '|---|---|',
    ...fields.map(([name, field]) => `| \`${name}\` | ${shapeInWords(field)} |`),
    '',
    '```json',
    JSON.stringify(sampleEnvelope(event), null, 2),
    '```',
    '',
  ].join('\n');
}

function shapeInWords(field: JsonSchema): string {
  const choices = field['anyOf'] as JsonSchema[] | undefined;
  if (choices) return choices.map(shapeInWords).join(' or ');
  if (Array.isArray(field['enum'])) return field['enum'].map((value) => `\`${String(value)}\``).join(', ');
  if ('const' in field) return `\`${String(field['const'])}\``;
  if (field['type'] === 'array') return `list of ${shapeInWords(field['items'] as JsonSchema)}`;
  return [field['type'], field['format'] && `(${String(field['format'])})`].filter(Boolean).join(' ');
}
