import type { CharityId } from '@baton/contracts';
import type { EntityManager } from 'typeorm';

/** One transaction, bound to one charity: row-level security lets it see that charity's rows and no others. */
export interface Tx {
  readonly charityId: CharityId;
  /** TypeORM, for reads and ordinary writes. Throws where a worker's transaction has meanwhile moved on. */
  readonly manager: EntityManager;
  /** For hot paths. Parameters are `$1`…; tables need no schema. One statement at a time. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs once the transaction has committed, and never if it does not. Must not throw: the work is done by then, so an
   * error cannot be told to anybody and ends the process.
   */
  afterCommit(callback: () => void): void;
}

/** Background work across charities: sees only the tables that are declared as work tables. */
export interface WorkerTx {
  /** Throws once the transaction has entered a charity. */
  readonly manager: EntityManager;
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /**
   * The same transaction as one charity's, which then sees that charity's rows only. May be called again with another.
   * Every handle keeps its own view: a query on this one sees all work again, one on the `Tx` its charity.
   */
  enterCharity(charityId: CharityId): Promise<Tx>;
  afterCommit(callback: () => void): void;
}
