import type { Caller, InputOf, Operation, ResultOf } from '@baton/contracts';

/** What a use case knows about a call besides its input. The caller's signature has been checked. */
export interface CallContext {
  readonly caller: Caller;
  readonly traceparent?: string;
  /** After this nobody is waiting for the answer any more. */
  readonly deadline: Date;
}

/**
 * A use case: one class per operation, in its feature's folder. The input has been parsed, and the
 * caller may call this operation for `input.charityId`; whether the object is theirs is decided here.
 */
export interface Handles<O extends Operation> {
  handle(input: InputOf<O>, call: CallContext): Promise<ResultOf<O>>;
}
