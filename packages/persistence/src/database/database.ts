import type { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type CharityId, isRefusal } from '@baton/contracts';
import { DataSource, type MixedList } from 'typeorm';
import { isWorthRetrying, withoutValues } from './database-error.js';
import { Transaction } from './transaction.js';
import type { Tx, WorkerTx } from './tx.js';

export type EntityClass = new () => object;

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
const longestPauseMs = 50;
/** A transaction that waits longer than this for a statement, or lets the database wait, is better cut off. */
const timeoutMs = 15_000;
/** How long closing waits for transactions under way. */
const closeWithinMs = 5_000;

/**
 * A service's door to Postgres. There is no query outside a transaction, and no transaction that is not bound to one
 * charity or to background work.
 *
 * Work is tried again after a deadlock or serialisation failure, so it must have no effects outside the transaction.
 * What is thrown carries no values (see DatabaseError).
 */
export class Database {
  private readonly running = new Set<Promise<unknown>>();
  private closing = false;

  private constructor(private readonly source: DataSource) {}

  static async open(options: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])] as MixedList<EntityClass>,
      poolSize: options.poolSize ?? defaultPoolSize,
      applicationName: options.applicationName,
      connectTimeoutMS: timeoutMs,
      synchronize: false,
      installExtensions: false,
      logging: false,
      extra: {
        statement_timeout: timeoutMs,
        idle_in_transaction_session_timeout: timeoutMs,
        keepAlive: true,
      },
      // An idle connection that breaks is replaced at the next use; that use tells of what is wrong.
      poolErrorHandler: () => undefined,
    });
    try {
      const database = new Database(await source.initialize());
      watchForBrokenConnections(source);
      return database;
    } catch (error) {
      throw withoutValues(error);
    }
  }

  /** Runs work as one transaction of one charity. A returned refusal rolls back, and so does a throw. */
  inCharity<T>(charityId: CharityId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(async (transaction) => work(await transaction.inCharity(charityId)));
  }

  /** Runs background work as one transaction that sees only work tables until it enters a charity. */
  asWorker<T>(work: (tx: WorkerTx) => Promise<T>): Promise<T> {
    return this.run(async (transaction) => work(await transaction.asWorker()));
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1').catch((error: unknown) => {
      throw withoutValues(error);
    });
  }

  /**
   * Begins no more transactions, waits for those under way and closes the pool. Throws, closed all the same, where one
   * did not end in time: its work hangs, and with it a connection.
   */
  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    await settledWithin(closeWithinMs, this.running);
    const left = this.running.size;
    await this.source.destroy();
    if (left > 0) throw new Error(`the database was closed under ${left} transactions`);
  }

  private async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (this.closing) throw new Error('the database is closed');
    const running = this.runWithRetries(work);
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  private async runWithRetries<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        const known = withoutValues(error);
        if (attempt >= tries || !isWorthRetrying(known)) throw known;
        // Two that met in a deadlock would meet again, were the victim quicker than whoever it made room for.
        await pause(attempt * longestPauseMs * Math.random());
      }
    }
  }

  private async runOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = await Transaction.begin(this.source.createQueryRunner());
    const committed = await this.decide(transaction, work).finally(() => transaction.leave());
    if (!isRefusal(committed)) transaction.runCallbacks();
    return committed;
  }

  private async decide<T>(transaction: Transaction, work: (transaction: Transaction) => Promise<T>) {
    try {
      const result = await work(transaction);
      if (isRefusal(result)) await transaction.rollBack();
      else await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollBack();
      throw error;
    }
  }
}

const ignore = () => undefined;

/**
 * A connection that breaks in the moment between the pool's hands and ours has nobody to tell, and would end the process.
 * Whoever uses it next hears of it from the use.
 */
function watchForBrokenConnections({ driver }: DataSource): void {
  const { master: pool } = driver as unknown as { readonly master: EventEmitter };
  pool.on('acquire', (connection: EventEmitter) => {
    if (!connection.listeners('error').includes(ignore)) connection.on('error', ignore);
  });
}

async function settledWithin(ms: number, running: ReadonlySet<Promise<unknown>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(running), tooLong]).finally(() => clearTimeout(timer));
}
