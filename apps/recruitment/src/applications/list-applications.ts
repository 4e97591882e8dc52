import { type ApplicationState, accept, type InputOf, type listApplications } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from './application-row.js';
import { PresentApplication } from './present-application.js';

/** Small letters without the marks above and below them. */
const folded = (text: string): string =>
  String.raw`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g')`;
const list = `
  SELECT ${applicationColumns} FROM application
   WHERE charity_id = $1 AND state NOT IN ('withdrawn', 'left') AND ($2::text IS NULL OR state = $2)
     AND ($3::text IS NULL OR position(${folded('$3::text')} IN ${folded('pen_name')}) > 0)
   ORDER BY applied_at DESC LIMIT 500`;
const count = `
  SELECT state, count(*)::int AS people FROM application
   WHERE charity_id = $1 AND state NOT IN ('withdrawn', 'left') GROUP BY state`;

/** Pen names only: a list is not a reason to open the vault. Who has left is nobody any more. */
@Injectable()
export class ListApplications implements Handles<typeof listApplications> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentApplication,
  ) {}

  async handle({ charityId, state, search }: InputOf<typeof listApplications>) {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Application>(list, [charityId, state ?? null, search ?? null]);
      const applications = [];
      for (const row of rows) applications.push(await this.presenting.present(tx, row));
      return accept({ applications, counts: await countsOf(tx) });
    });
  }
}

async function countsOf(tx: Tx): Promise<Partial<Record<ApplicationState, number>>> {
  const rows = await tx.query<{ state: ApplicationState; people: number }>(count, [tx.charityId]);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
}
