import pg from 'pg';
import { catalogueQuestions } from './catalogue-questions.js';
import { tablesWithoutCharity } from './tables-without-charity.js';

export interface IsolationGap {
  /** `schema.name` of the table, view, function or role. */
  readonly where: string;
  /** What is wrong, in words. */
  readonly gap: string;
}

/**
 * Reads the catalogue of a migrated database and tells every place where one charity's rows could reach another, or one
 * service's another's. An empty answer is promise T3. Tables listed as having no charity may lack a `charity_id` and
 * row-level security; everything else holds for them too.
 */
export async function isolationGaps(
  adminUrl: string,
  schemas: readonly string[],
  withoutCharity: Readonly<Record<string, string>> = tablesWithoutCharity,
): Promise<IsolationGap[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // The catalogue is to be printed with every schema's name, whatever this role's search path.
    await client.query("SET search_path = ''");
    const gaps: IsolationGap[] = [];
    for (const { gap, sql } of catalogueQuestions) {
      const parameters = sql.includes('$2') ? [schemas, Object.keys(withoutCharity)] : [schemas];
      const { rows } = await client.query<{ where: string; detail?: string }>(sql, parameters);
      for (const row of rows)
        gaps.push({ where: row.where, gap: row.detail ? `${gap}: ${row.detail}` : gap });
    }
    return gaps;
  } finally {
    await client.end();
  }
}
