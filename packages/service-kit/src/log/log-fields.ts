/**
 * The only fields a log line may carry, and what each may look like: ids, numbers, and names of things from code and
 * contracts. Never what a person typed, a token, an address or anything about health.
 */
const fields = {
  charityId: 'id',
  takeoverId: 'id',
  postId: 'id',
  accountId: 'id',
  slotId: 'id',
  port: 'number',
  count: 'number',
  durationMs: 'number',
  lagSeconds: 'number',
  sequence: 'number',
  attempt: 'number',
  status: 'number',
  operation: 'name',
  outcome: 'name',
  event: 'name',
  stream: 'name',
  reason: 'name',
  state: 'name',
  work: 'name',
  where: 'name',
  code: 'name',
  errorName: 'name',
  constraint: 'name',
  table: 'name',
  signal: 'name',
  context: 'name',
} as const;

type Kind = (typeof fields)[LogField];
export type LogField = keyof typeof fields;
export type LogFields = {
  readonly [Field in LogField]?: ((typeof fields)[Field] extends 'number' ? number : string) | undefined;
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Up to ten words, each letters with perhaps a number behind, or a short code: not an address, hardly a token. */
const name =
  /^(?:[A-Za-z]{1,32}\d{0,3}|[\dA-Z]{1,6})(?:[ ._:/>-]+(?:[A-Za-z]{1,32}\d{0,3}|[\dA-Z]{1,6})){0,9}$/;

const looksRight: Record<Kind, (value: unknown) => boolean> = {
  id: (value) => typeof value === 'string' && id.test(value),
  number: (value) => typeof value === 'number',
  name: (value) => typeof value === 'string' && name.test(value),
};

/** The allowed fields of what was given, whatever else was in it; a value of the wrong shape is withheld. */
export function allowedFields(given: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [field, kind] of Object.entries(fields) as [LogField, Kind][]) {
    const value = given[field];
    if (value !== undefined) kept[field] = looksRight[kind](value) ? value : 'withheld';
  }
  return kept;
}
