import type { CharityId } from '@baton/contracts';
import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { withoutValues } from './database-error.js';
import type { Tx, WorkerTx } from './tx.js';

const allWork = 'all work';
type View = CharityId | typeof allWork;

const bind = `SELECT set_config('baton.charity_id', $1, true), set_config('baton.worker', $2, true)`;

/**
 * One transaction on one connection, and what it may see at the moment.
 *
 * - The view is two settings local to the transaction: they end with it, whatever becomes of the connection.
 * - Each handle (`Tx`, `WorkerTx`) has its own view. Before a handle's statement the view is set to it, unless it is
 *   that already, so a handle kept from before cannot see another charity's rows.
 * - Returning to a savepoint returns the settings as well, so the view then counts as unknown. (TypeORM's nested
 *   transactions are savepoints that nobody tells us of: do not enter a charity in one.)
 */
export class Transaction {
  private view: View | undefined;
  private failedOnce = false;
  private readonly callbacks: (() => void)[] = [];

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.Client,
  ) {}

  static async begin(runner: QueryRunner): Promise<Transaction> {
    const client: pg.Client = await runner.connect();
    const transaction = new Transaction(runner, client);
    try {
      await runner.startTransaction();
      return transaction;
    } catch (error) {
      await transaction.leave();
      throw error;
    }
  }

  async inCharity(charityId: CharityId): Promise<Tx> {
    await this.see(charityId);
    return new InCharity(this, charityId);
  }

  async asWorker(): Promise<WorkerTx> {
    await this.see(allWork);
    return new AsWorker(this);
  }

  async query<Row>(view: View, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (this.view !== view) await this.see(view);
    return this.send<Row>(sql, parameters);
  }

  managerSeeing(view: View): EntityManager {
    if (this.view !== view)
      throw new Error('this transaction sees something else now: enter the charity again');
    return this.runner.manager;
  }

  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /**
   * Commits. Throws where a statement had failed and its error was swallowed: Postgres would answer such a COMMIT
   * with a quiet rollback, and the caller would believe in effects that never happened.
   */
  async commit(): Promise<void> {
    // An error reaches us before the server's word on the transaction's state; one empty round trip later both have.
    if (this.failedOnce) await this.client.query('');
    if (this.client.getTransactionStatus() !== 'T')
      throw new Error('a statement failed in this transaction, so none of it can be kept');
    await this.runner.commitTransaction();
  }

  async rollBack(): Promise<void> {
    if (this.runner.isTransactionActive) await this.runner.rollbackTransaction().catch(() => undefined);
  }

  /** Gives the connection back to the pool, unless it is still in a transaction: then it is closed. */
  async leave(): Promise<void> {
    if (this.client.getTransactionStatus() !== 'I') void this.client.end().catch(() => undefined);
    await this.runner.release();
  }

  /** What was committed stays so; a callback that throws breaks its promise and is told to the process alone. */
  runCallbacks(): void {
    for (const callback of this.callbacks) {
      try {
        callback();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  private async see(view: View): Promise<void> {
    await this.send(bind, view === allWork ? ['', 'on'] : [view, '']);
    this.view = view;
  }

  /** Past TypeORM's query runner, which costs throughput and answers UPDATE in another shape than SELECT. */
  private async send<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    try {
      const { command, rows } = await this.client.query(sql, [...parameters]);
      if (command === 'ROLLBACK') this.view = undefined;
      return rows;
    } catch (error) {
      this.failedOnce = true;
      throw withoutValues(error);
    }
  }
}

class InCharity implements Tx {
  constructor(
    private readonly transaction: Transaction,
    readonly charityId: CharityId,
  ) {}

  get manager(): EntityManager {
    return this.transaction.managerSeeing(this.charityId);
  }

  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.transaction.query(this.charityId, sql, parameters);
  }

  afterCommit(callback: () => void): void {
    this.transaction.afterCommit(callback);
  }
}

class AsWorker implements WorkerTx {
  constructor(private readonly transaction: Transaction) {}

  get manager(): EntityManager {
    return this.transaction.managerSeeing(allWork);
  }

  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.transaction.query(allWork, sql, parameters);
  }

  enterCharity(charityId: CharityId): Promise<Tx> {
    return this.transaction.inCharity(charityId);
  }

  afterCommit(callback: () => void): void {
    this.transaction.afterCommit(callback);
  }
}
