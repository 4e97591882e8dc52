import { type Operation, pathParameters } from '../define/define-operation.js';

/** A request as HTTP carries it: the path filled in, and what goes into the query or the body. */
export interface SplitInput {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown> | undefined;
}

const carriesBody = (operation: Operation): boolean =>
  operation.method === 'POST' || operation.method === 'PUT';

/** Divides an operation's input over path, query (GET, DELETE) and JSON body (POST, PUT). */
export function splitInput(operation: Operation, input: Record<string, unknown>): SplitInput {
  const inPath = new Set(pathParameters(operation.path));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  if (carriesBody(operation)) return { path, query: new URLSearchParams(), body: Object.fromEntries(rest) };
  const query = Object.fromEntries(rest.map(([name, value]) => [name, String(value)]));
  return { path, query: new URLSearchParams(query), body: undefined };
}

/** The names of an operation's fields by where HTTP carries them. */
export function placesOf(operation: Operation): { path: string[]; query: string[]; body: string[] } {
  const path = pathParameters(operation.path);
  const rest = Object.keys(operation.input.shape).filter((name) => !path.includes(name));
  return carriesBody(operation) ? { path, query: [], body: rest } : { path, query: rest, body: [] };
}
