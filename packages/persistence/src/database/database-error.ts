import { QueryFailedError } from 'typeorm';

/**
 * A failed statement without its parameters: TypeORM's and pg's own errors carry what was written (and
 * PostgreSQL's `detail` repeats it), which must never reach a log.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    /** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html; empty where there was none. */
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
export const isViolationOf = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseError && error.constraint === constraint;

/** Serialisation failures and deadlocks: nothing happened, and trying again is right. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');

/** What may be thrown on: database errors without values, everything else as it is. */
export function withoutValues(error: unknown): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!isPostgresError(cause)) return error;
  return new DatabaseError(cause.code, cause.constraint, cause.table, reasonOf(cause.code));
}

interface PostgresError {
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
}

const isPostgresError = (error: unknown): error is PostgresError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'severity' in error;

/** Messages of these classes quote values ("invalid input syntax for type …"), so they are replaced by words of our own. */
function reasonOf(code: string): string {
  if (code.startsWith('23')) return 'constraint violated';
  if (code.startsWith('22')) return 'value not accepted';
  if (code === '42501') return 'not allowed by row-level security or grants';
  return 'statement failed';
}
