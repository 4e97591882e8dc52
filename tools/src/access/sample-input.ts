import type { Operation } from '@baton/contracts';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** For fields whose rule no JSON schema tells, required or not. A pattern, where there is one, goes first. */
const byName: Readonly<Record<string, unknown>> = {
  zone: 'Europe/London',
  reason: 'for the records',
  email: 'someone@heron.example',
  contactEmail: 'someone@heron.example',
  code: '123456',
  web: 'https://heron.example/',
};

/** One of these has the form that any field of a contract asks for. */
const candidates = [
  '12345678',
  'a-slug',
  '17:30',
  '2030-03-29',
  '2030-03-29T17:30',
  '2030-03-29T17:30:00.000Z',
  'someone@heron.example',
  'https://heron.example/',
  'A'.repeat(43),
  `bi_${'0'.repeat(32)}_${'A'.repeat(43)}`,
  '0'.repeat(64),
  'k3v9xw2m4q7t',
  'QUJD',
  '+441632960961',
  '#336699',
];

/** Fills in an id: of which object it is, by the name of the field. */
export type IdFor = (field: string) => string;

/**
 * An input an operation accepts in form, made from its contract: every id in it, optional ones too, is what `idFor` says;
 * everything else is only what is needed. Throws where the contract still does not accept it.
 */
export function sampleInput(operation: Operation, idFor: IdFor): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const sample = sampleOf(schema, '', idFor) as Record<string, unknown>;
  const parsed = operation.input.safeParse(sample);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`no sample could be made for ${operation.name}: ${wrong.join('; ')}`);
  }
  return sample;
}

/** The names of all fields of an operation's input that hold an id. */
export function idFieldsOf(operation: Operation): string[] {
  const fields = new Set<string>();
  sampleInput(operation, (field) => {
    fields.add(field);
    return '00000000-0000-4000-8000-0000000000aa';
  });
  return [...fields];
}

function sampleOf(schema: Schema, field: string, idFor: IdFor): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return sampleOf(first, field, idFor);
  if (schema.type === 'object') return objectOf(schema, idFor);
  if (schema.type === 'array') return arrayOf(schema, field, idFor);
  if (schema.format === 'uuid') return idFor(field);
  if (field in byName && !schema.pattern) return byName[field];
  if (schema.type === 'string') return stringOf(schema);
  if (schema.type === 'boolean') return false;
  return Math.max(1, schema.minimum ?? 1);
}

function objectOf(schema: Schema, idFor: IdFor): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {}) as [string, Schema][];
  return Object.fromEntries(
    properties
      .filter(([name, property]) => schema.required?.includes(name) || name in byName || holdsId(property))
      .map(([name, property]) => [name, sampleOf(property, name, idFor)]),
  );
}

function arrayOf(schema: Schema, field: string, idFor: IdFor): unknown[] {
  const item = schema.items as Schema | undefined;
  if (!item || (!schema.minItems && !holdsId(item))) return [];
  return [sampleOf(item, field, idFor)];
}

const holdsId = (schema: Schema): boolean =>
  schema.format === 'uuid' ||
  (schema.type === 'array' && (schema.items as Schema | undefined)?.format === 'uuid');

function stringOf({ pattern, format, minLength = 0 }: Schema): string {
  if (format === 'uri') return 'https://heron.example/';
  if (!pattern) return 'w'.repeat(Math.max(1, minLength));
  const fits = candidates.find((candidate) => new RegExp(pattern).test(candidate));
  if (fits === undefined) throw new Error(`no candidate has the form ${pattern}: add one`);
  return fits;
}
