import { EntityNotFoundError, QueryFailedError } from 'typeorm';

/**
 * A failed statement without its values. TypeORM's and pg's own errors carry the parameters, and PostgreSQL's
 * `detail` repeats the row: neither may ever reach a log.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    /** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html; empty where the server gave none. */
    readonly code: string,
    readonly constraint: string | undefined,
    readonly table: string | undefined,
    reason: string,
  ) {
    super(
      ['database', code, reason, table && `table ${table}`, constraint && `constraint ${constraint}`]
        .filter(Boolean)
        .join(' '),
    );
  }
}

/** True where an error is the violation of the constraint (or unique index) with this name. */
export function isViolationOf(error: unknown, constraint: string): boolean {
  const known = withoutValues(error);
  return known instanceof DatabaseError && known.constraint === constraint;
}

/** Serialisation failures and deadlocks: nothing happened, and trying again is right. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');

/** What may be thrown on: database errors without values, everything else as it is. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof EntityNotFoundError)
    return new DatabaseError('', undefined, undefined, 'no such entity');
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (isPostgresError(cause))
    return new DatabaseError(cause.code, cause.constraint, cause.table, reasonOf(cause));
  return error instanceof QueryFailedError
    ? new DatabaseError('', undefined, undefined, 'statement failed without an answer')
    : error;
}

interface PostgresError extends Error {
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
}

const isPostgresError = (error: unknown): error is PostgresError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'severity' in error;

/** Classes 22 and 23 quote values in their message. Class 42 is about our own SQL: names and types, never parameters. */
function reasonOf({ code, message }: PostgresError): string {
  if (code.startsWith('23')) return 'constraint violated';
  if (code.startsWith('22')) return 'value not accepted';
  if (code.startsWith('42')) return message;
  return 'statement failed';
}
