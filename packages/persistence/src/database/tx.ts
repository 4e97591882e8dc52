import type { CharityId } from '@baton/contracts';
import type { EntityManager } from 'typeorm';

/** One transaction, bound to one charity: row-level security lets it see that charity's rows and no others. */
export interface Tx {
  readonly charityId: CharityId;
  /** TypeORM, for reads and ordinary writes. */
  readonly manager: EntityManager;
  /** For hot paths. Parameters are `$1`…; tables need no schema. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs once the transaction has committed, and never if it does not. Must not throw. */
  afterCommit(callback: () => void): void;
}

/** Background work across charities: sees only the tables that are declared as work tables. */
export interface WorkerTx {
  readonly manager: EntityManager;
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** From here on the transaction is bound to this charity. May be called again with another. */
  enterCharity(charityId: CharityId): Promise<Tx>;
  afterCommit(callback: () => void): void;
}
