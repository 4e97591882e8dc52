/** HTTP statuses a refusal may carry; one place (the gateway) turns a refusal into a response. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;

/** A refusal as a contract declares it: its status, and what to tell a person (reading age 11). */
export interface RefusalDeclaration {
  readonly status: RefusalStatus;
  readonly message: string;
}

/** A "no" that the caller can act on: what was wrong and what to do. Never a fault. */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly refusal: {
    readonly code: Code;
    readonly message: string;
    /** What would work instead, or where it went wrong; shape by refusal code. */
    readonly details?: unknown;
  };
}

export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
}

export type Result<Value, Code extends string = string> = Accepted<Value> | Refusal<Code>;

export const accept = <Value>(value: Value): Accepted<Value> => ({ ok: true, value });

/** Refuses with a declared code. The declared message is used unless a more exact one is given. */
export function refuse<Code extends string>(
  code: Code,
  more: { message?: string; details?: unknown } = {},
): Refusal<Code> {
  return {
    ok: false,
    refusal: {
      code,
      message: more.message ?? '',
      ...(more.details === undefined ? {} : { details: more.details }),
    },
  };
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'refusal' in value;

/**
 * Refusals any operation may answer with, besides its own. Infrastructure makes these; a use case
 * never has to declare them.
 */
export const universalRefusals = {
  badInput: {
    status: 400,
    message: 'Something in the request is not right. See the details for each field.',
  },
  signedOut: { status: 401, message: 'Please sign in first.' },
  forbidden: { status: 403, message: 'You are signed in, but this is not yours to see or do.' },
  stepUpNeeded: {
    status: 403,
    message: 'This is a big step, so please confirm that it is you first. Then try again; nothing is lost.',
  },
  notFound: { status: 404, message: 'There is nothing here with that id.' },
  tooLarge: { status: 413, message: 'That is too large to send in one piece.' },
  tooOften: { status: 429, message: 'That was tried too often. Please wait a minute and try again.' },
  unavailable: {
    status: 503,
    message: 'This part of Baton is not answering just now. Nothing was lost; please try again in a moment.',
  },
} as const satisfies Record<string, RefusalDeclaration>;

export type UniversalRefusalCode = keyof typeof universalRefusals;
