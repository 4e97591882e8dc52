import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** What can be asked of a connection. */
export interface Session {
  query<Row extends QueryResultRow>(
    query: string | QueryConfig,
    values?: unknown[],
  ): Promise<QueryResult<Row>>;
}

/**
 * A connection that several works use at once: each query begins when the one before has ended, however it ended. Postgres
 * answers one at a time anyway; pg queues what comes meanwhile, and will refuse it from version 9 on.
 */
export function oneAtATime(session: Session): Session {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query<Row extends QueryResultRow>(query: string | QueryConfig, values?: unknown[]) {
      const asked = last.then(() => session.query<Row>(query, values));
      last = asked.catch(() => undefined);
      return asked;
    },
  };
}
