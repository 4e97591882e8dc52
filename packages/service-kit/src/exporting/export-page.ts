import type { ExportedFile } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Where the records of a file come from. */
export interface ExportSource<Row extends object = object> {
  readonly file: string;
  /** `$1`: the key after which to go on, or null; `$2`: how many. Answers `key` and the fields by their names, in order of `key`. */
  readonly sql: string;
  /** Opens what is sealed. */
  show?(row: Row, tx: Tx): Promise<object> | object;
}

export interface ExportPage {
  readonly file: string;
  readonly records: Record<string, unknown>[];
  readonly next: string | null;
}

const rowsAPage = 100;
/** Well below what an answer on the bus may have. */
const pageBytes = 400_000;

/**
 * A page of a charity's records: of one file, as many as fit. `cursor` is where the last page said to go on. Fields that the
 * file is not declared with are left out, so nothing gets into an archive unexplained.
 */
export async function exportPage(
  tx: Tx,
  files: Readonly<Record<string, ExportedFile>>,
  sources: readonly ExportSource[],
  cursor: string | null,
): Promise<ExportPage> {
  const [file, after] = cursor === null ? [sources[0]?.file, null] : readCursor(cursor);
  const at = sources.findIndex((source) => source.file === file);
  const source = sources[at];
  const declared = source && files[source.file];
  if (!source || !declared) throw new Error('an export goes on at a file that there is not');
  const rows = await tx.query<{ key: string }>(source.sql, [after, rowsAPage]);
  const shown: Record<string, unknown>[] = [];
  let bytes = 0;
  for (const row of rows) {
    const record = onlyDeclared(declared, source.show ? { ...row, ...(await source.show(row, tx)) } : row);
    bytes += Buffer.byteLength(JSON.stringify(record));
    if (shown.length > 0 && bytes > pageBytes) break;
    shown.push(record);
  }
  const isLast = shown.length === rows.length && rows.length < rowsAPage;
  const following = sources[at + 1]?.file;
  const last = rows[shown.length - 1]?.key ?? null;
  const next = isLast ? following && writeCursor(following, null) : writeCursor(source.file, last);
  return { file: source.file, records: shown, next: next ?? null };
}

function onlyDeclared({ fields }: ExportedFile, row: object): Record<string, unknown> {
  const known = new Map(Object.entries(row));
  return Object.fromEntries(Object.keys(fields).map((field) => [field, known.get(field) ?? null]));
}

const writeCursor = (file: string, after: string | null): string =>
  after === null ? file : `${file} ${after}`;

function readCursor(cursor: string): [file: string, after: string | null] {
  const [file = '', after] = cursor.split(' ');
  return [file, after ?? null];
}
