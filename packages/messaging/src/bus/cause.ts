import { AsyncLocalStorage } from 'node:async_hooks';

const beingHandled = new AsyncLocalStorage<string>();

/** The id of the fact being handled: what is stated now follows from it. Nothing while none is. */
export const currentCause = (): string | undefined => beingHandled.getStore();

/** Runs `work` as a consequence of a fact. */
export const asConsequenceOf = <T>(factId: string, work: () => T): T => beingHandled.run(factId, work);
