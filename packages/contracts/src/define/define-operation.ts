import type { z } from 'zod';
import type { AccessRule } from './access.js';
import type { RefusalDeclaration, Result, UniversalRefusalCode } from './refusal.js';
import type { ServiceName } from './service-name.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A request/reply between a client and one service, declared once. From it come the NATS subject,
 * the gateway's route, the OpenAPI entry, the typed client and the generated access test.
 *
 * - `name` is verb and object: `book-slot`. The NATS subject is `op.<owner>.<name>`.
 * - `path` parameters in braces are fields of `input`; what else `input` has comes from the query
 *   string (GET, DELETE) or the JSON body (POST, PUT). An `internal` operation has no route: only a
 *   service may call it.
 * - Every command is idempotent by a client-made id in its input: the same call again gives the same answer.
 */
export interface Operation<
  Name extends string = string,
  Owner extends ServiceName = ServiceName,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Codes extends string = string,
> {
  readonly name: Name;
  readonly owner: Owner;
  readonly summary: string;
  readonly method: HttpMethod;
  readonly path: `/${string}` | 'internal';
  readonly access: AccessRule;
  /** The caller must have proved again, within the last minutes, who they are. Enforced by gateway and service. */
  readonly stepUp?: true;
  /**
   * It counts what comes from one place. Whoever calls is told to the service as `anyone` from a network (`203.0.113.0/24`,
   * `2001:db8:1::/48`), also where they are signed in: what they are is no business of such an operation.
   */
  readonly fromNetwork?: true;
  readonly input: Input;
  readonly output: Output;
  readonly refusals: Readonly<Record<Codes, RefusalDeclaration>>;
}

export type InputOf<O extends Operation> = z.output<O['input']>;
/** What a client sends: fields with defaults may be left out. */
export type RequestOf<O extends Operation> = z.input<O['input']>;
export type OutputOf<O extends Operation> = z.output<O['output']>;
export type RefusalCodeOf<O extends Operation> = Extract<keyof O['refusals'], string> | UniversalRefusalCode;
export type ResultOf<O extends Operation> = Result<OutputOf<O>, RefusalCodeOf<O>>;

/**
 * Declares an operation. Throws at start-up when a path parameter is not a field of the input, or when somebody is asked
 * for a step-up who has nothing to step up with.
 */
export function defineOperation<
  const Name extends string,
  const Owner extends ServiceName,
  Input extends z.ZodObject,
  Output extends z.ZodType,
  const Codes extends string,
>(declaration: Operation<Name, Owner, Input, Output, Codes>): Operation<Name, Owner, Input, Output, Codes> {
  for (const parameter of pathParameters(declaration.path)) {
    if (!(parameter in declaration.input.shape)) {
      throw new Error(`operation ${declaration.name}: path parameter {${parameter}} is not in its input`);
    }
  }
  const cannotStepUp = declaration.access.find(
    ({ to }) => to === 'anyone' || to === 'curator' || to === 'key',
  );
  if (declaration.stepUp && cannotStepUp) {
    throw new Error(`operation ${declaration.name}: ${cannotStepUp.to} cannot step up`);
  }
  if (declaration.fromNetwork && !declaration.access.some(({ to }) => to === 'anyone')) {
    throw new Error(`operation ${declaration.name}: only what is for anyone is told the network`);
  }
  return Object.freeze(declaration);
}

export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/** The subject a service answers this operation on. */
export const subjectOf = (operation: Operation): string => `op.${operation.owner}.${operation.name}`;
