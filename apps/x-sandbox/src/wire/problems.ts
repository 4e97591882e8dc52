import type { Answer } from './answer.js';

/**
 * X's errors. Most are one problem (`title`, `detail`, `type`, `status`); bad input also lists `errors`, and a
 * read that found nothing answers 200 with `errors` alone. See docs.x.com, "Response codes and errors".
 */
const kinds = 'https://api.twitter.com/2/problems';

function problem(status: number, title: string, detail: string, type = 'about:blank', more = {}): Answer {
  return { status, body: { title, detail, type, status, ...more } };
}

export const unauthorized = (): Answer => problem(401, 'Unauthorized', 'Unauthorized');

export const forbidden = (detail: string): Answer => problem(403, 'Forbidden', detail);

export const missingScope = (scope: string): Answer =>
  problem(403, 'Forbidden', `Your access token does not have the scope ${scope}.`);

export const suspended = (): Answer =>
  forbidden('Your account is suspended and is not permitted to access this feature.');

export const outOfCredit = (): Answer =>
  problem(
    402,
    'CreditsDepleted',
    'Your enrolled account does not have any credits to fulfill this request.',
    `${kinds}/credits`,
  );

export const tooManyRequests = (): Answer => problem(429, 'Too Many Requests', 'Too Many Requests');

export const notFound = (detail = 'Not Found'): Answer => problem(404, 'Not Found', detail);

export const tooLarge = (): Answer =>
  problem(413, 'Payload Too Large', 'The body of the request is larger than this endpoint takes.');

export const internalError = (): Answer => problem(500, 'Internal Server Error', 'Internal Server Error');

/** A status on its own, for faults that say nothing else. */
export function bareProblem(status: number, title: string): Answer {
  return problem(status, title, title);
}

export interface InputError {
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly message: string;
}

export function invalidRequest(...errors: readonly InputError[]): Answer {
  return problem(
    400,
    'Invalid Request',
    'One or more parameters to your request was invalid.',
    `${kinds}/invalid-request`,
    { errors },
  );
}

export function invalidParameter(name: string, value: string, message: string): Answer {
  return invalidRequest({ parameters: { [name]: [value] }, message });
}

/** One entry of the `errors` of a read in which something asked for does not exist. */
export function resourceNotFound(resource: 'tweet' | 'user', parameter: string, value: string) {
  return {
    value,
    detail: `Could not find ${resource} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: resource,
    parameter,
    resource_id: value,
    type: `${kinds}/resource-not-found`,
  };
}
