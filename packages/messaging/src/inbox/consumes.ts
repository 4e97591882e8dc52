import type { EventDeclaration, FactOf } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * What a service does when it hears a fact: one class per event and service, named `on-…`.
 *
 * `tx` is bound to the fact's charity and is the transaction that also writes the inbox row, so the
 * effect happens exactly once however often the fact is delivered. Throwing rolls back and retries;
 * keep network calls out of it. Facts about one aggregate arrive in the order they were stated.
 */
export interface Consumes<E extends EventDeclaration> {
  handle(fact: FactOf<E>, tx: Tx): Promise<void>;
}
