import { type CharityId, isRefusal } from '@baton/contracts';
import { DataSource, type EntityManager, type MixedList } from 'typeorm';
import { isWorthRetrying, withoutValues } from './database-error.js';
import type { Tx, WorkerTx } from './tx.js';

export type EntityClass = abstract new () => object;

export interface DatabaseOptions {
  /** The service role's own. */
  readonly url: string;
  readonly entities?: readonly EntityClass[];
  readonly poolSize?: number;
  /** Shows in `pg_stat_activity`. */
  readonly applicationName: string;
}

const defaultPoolSize = 10;
const tries = 3;
/** A transaction that waits longer than this for a statement is better told so. */
const statementTimeoutMs = 15_000;

const bindCharity = `SELECT set_config('baton.charity_id', $1, true), set_config('baton.worker', '', true)`;
const bindWorker = `SELECT set_config('baton.charity_id', '', true), set_config('baton.worker', 'on', true)`;
const enterCharity = `SELECT set_config('baton.charity_id', $1, true)`;

/**
 * A service's door to Postgres. There is no query outside a transaction, and no transaction that is not bound to one
 * charity or to background work. The bond is a setting local to the transaction: it cannot outlive it on a pooled connection.
 *
 * Work is tried again after a deadlock or serialisation failure, so it must have no effects outside the transaction.
 * What is thrown carries no values (see DatabaseError).
 */
export class Database {
  private constructor(private readonly source: DataSource) {}

  static async open(options: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])] as MixedList<EntityClass & (new () => object)>,
      poolSize: options.poolSize ?? defaultPoolSize,
      applicationName: options.applicationName,
      synchronize: false,
      logging: false,
      extra: { statement_timeout: statementTimeoutMs, keepAlive: true },
      poolErrorHandler: () => undefined,
    });
    try {
      return new Database(await source.initialize());
    } catch (error) {
      throw withoutValues(error);
    }
  }

  /** Runs work as one transaction of one charity. A returned refusal rolls back, and so does a throw. */
  async inCharity<T>(charityId: CharityId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(async (manager, callbacks) => {
      await manager.query(bindCharity, [charityId]);
      return work(boundTo(charityId, manager, callbacks));
    });
  }

  /** Runs background work as one transaction that sees only work tables until it enters a charity. */
  async asWorker<T>(work: (tx: WorkerTx) => Promise<T>): Promise<T> {
    return this.transact(async (manager, callbacks) => {
      await manager.query(bindWorker);
      return work({
        manager,
        query: queryOf(manager),
        afterCommit: (callback) => callbacks.push(callback),
        async enterCharity(charityId) {
          await manager.query(enterCharity, [charityId]);
          return boundTo(charityId, manager, callbacks);
        },
      });
    });
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1').catch((error: unknown) => {
      throw withoutValues(error);
    });
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async transact<T>(
    run: (manager: EntityManager, callbacks: (() => void)[]) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transactOnce(run);
      } catch (error) {
        const known = withoutValues(error);
        if (attempt >= tries || !isWorthRetrying(known)) throw known;
      }
    }
  }

  private async transactOnce<T>(
    run: (manager: EntityManager, callbacks: (() => void)[]) => Promise<T>,
  ): Promise<T> {
    const callbacks: (() => void)[] = [];
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await run(runner.manager, callbacks);
      if (isRefusal(result)) {
        await runner.rollbackTransaction();
        return result;
      }
      await runner.commitTransaction();
      for (const callback of callbacks) callback();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

const boundTo = (charityId: CharityId, manager: EntityManager, callbacks: (() => void)[]): Tx => ({
  charityId,
  manager,
  query: queryOf(manager),
  afterCommit: (callback) => callbacks.push(callback),
});

/** TypeORM answers rows for SELECT and `[rows, count]` for UPDATE and DELETE; here it is always the rows. */
const queryOf =
  (manager: EntityManager) =>
  async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const answer: unknown = await manager.query(sql, [...parameters]);
    const rows =
      Array.isArray(answer) &&
      answer.length === 2 &&
      Array.isArray(answer[0]) &&
      typeof answer[1] === 'number'
        ? answer[0]
        : answer;
    return rows as Row[];
  };
