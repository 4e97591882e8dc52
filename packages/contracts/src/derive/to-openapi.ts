import type { AccessRule, Grant } from '../define/access.js';
import type { Operation } from '../define/define-operation.js';
import { type RefusalDeclaration, universalRefusals } from '../define/refusal.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { placesOf } from './split-input.js';

/** Operations with a route; the others are for services only. */
export const routed = (operations: readonly Operation[]): Operation[] =>
  operations.filter((operation) => operation.path !== 'internal');

/** The OpenAPI 3.1 document of the HTTP API. */
export function toOpenApi(operations: readonly Operation[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of routed(operations)) {
    const path = `/api${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version: '1',
      description:
        'Hand your charity’s account to someone living with the condition, every weekend. Commands carry ids made by the client: sending one twice is harmless.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Refusal: refusalSchema },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-baton' },
      },
    },
  };
}

const refusalSchema: JsonSchema = {
  type: 'object',
  required: ['refusal'],
  properties: {
    refusal: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string', description: 'What was wrong and what to do, in plain words.' },
        details: { description: 'What would work instead, or where it went wrong.' },
      },
    },
  },
};

function describe(operation: Operation): JsonSchema {
  const open = operation.access.some((grant) => grant.to === 'anyone');
  return {
    operationId: operation.name,
    tags: [operation.owner],
    summary: operation.summary,
    description: `For: ${accessInWords(operation.access)}.${operation.stepUp ? ' Asks to confirm that it is you first.' : ''}`,
    ...(open ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    ...describeInput(operation),
    responses: {
      '200': { description: 'Done.', content: json(jsonSchemaOf(operation.output, 'output')) },
      ...describeRefusals({ ...universalRefusals, ...operation.refusals }),
    },
  };
}

function describeInput(operation: Operation): JsonSchema {
  const schema = jsonSchemaOf(operation.input, 'input');
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as string[];
  const places = placesOf(operation);
  const parameter = (where: 'path' | 'query') => (name: string) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: properties[name],
  });
  const body = {
    type: 'object',
    properties: Object.fromEntries(places.body.map((name) => [name, properties[name]])),
    required: places.body.filter((name) => required.includes(name)),
  };
  return {
    parameters: [...places.path.map(parameter('path')), ...places.query.map(parameter('query'))],
    ...(places.body.length > 0 ? { requestBody: { required: true, content: json(body) } } : {}),
  };
}

function describeRefusals(refusals: Record<string, RefusalDeclaration>): JsonSchema {
  const byStatus = Map.groupBy(Object.entries(refusals), ([, { status }]) => String(status));
  return Object.fromEntries(
    [...byStatus].map(([status, declared]) => [
      status,
      {
        description: declared.map(([code, { message }]) => `\`${code}\`: ${message}`).join('\n\n'),
        content: json({ $ref: '#/components/schemas/Refusal' }),
      },
    ]),
  );
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

/** An access rule as a sentence's end: "a curator; a manager or moderator of the charity". */
export const accessInWords = (rule: AccessRule): string => rule.map(grantInWords).join('; ');

function grantInWords(grant: Grant): string {
  switch (grant.to) {
    case 'anyone':
      return 'anyone';
    case 'person':
      return 'a person signed in';
    case 'operator':
      return 'the operator of this installation';
    case 'curator':
      return 'a curator of the charity';
    case 'staff':
      return `the charity’s ${[...new Set(['owner', ...grant.roles])].join(', ')}`;
    case 'key':
      return `an API key with the scope ${grant.scope}`;
    case 'service':
      return `the ${grant.service} service`;
  }
}
