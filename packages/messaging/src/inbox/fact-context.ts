import type { Tx } from '@baton/persistence';
import { BaseRpcContext } from '@nestjs/microservices';

/**
 * Carries the transaction to a consumer, and its fault back. The fault must not travel as an exception:
 * Nest's exception filter would log it whole, with a query's parameters, and hand on another.
 */
export class FactContext extends BaseRpcContext {
  private fault: { readonly error: unknown } | undefined;

  constructor(private readonly tx: Tx) {
    super([]);
  }

  async run(consumer: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await consumer(this.tx);
    } catch (error) {
      this.fault = { error };
    }
  }

  /** Throws what the consumer threw. */
  rethrow(): void {
    if (this.fault) throw this.fault.error;
  }
}
