import { ApplicationState, accept, type InputOf, isGone, type listApplications } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { asManyAsFit } from '../paging/as-many-as-fit.js';
import { type ListedRow, listed } from './listed-rows.js';
import { PresentApplication } from './present-application.js';
import { standingKey, standingsOf } from './whose-turn.js';

type Wish = InputOf<typeof listApplications>;

/** Small letters without the marks above and below them. */
const folded = (text: string): string =>
  String.raw`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g')`;
const microseconds = (at: string): string => `(extract(epoch FROM ${at}) * 1000000)::bigint`;
/** Counts up from page to page: down in time for the newest, up in time for the longest waiting. */
const place = {
  newest: `9000000000000000 - ${microseconds('"appliedAt"')}`,
  longestWaiting: microseconds('"waitingSince"'),
} as const;
const list = (sort: Wish['sort']): string => `
  WITH found AS (
    SELECT *, ${place[sort]} AS place
      FROM (${listed} AND state = ANY ($2::text[])
             AND ($3::text IS NULL OR position(${folded('$3::text')} IN ${folded('pen_name')}) > 0)) AS applications
     WHERE $4::text[] IS NULL OR ${standingKey} = ANY ($4))
  SELECT *, place::text AS place FROM found
   WHERE $5::bigint IS NULL OR (found.place, "applicationId") > ($5, $6::uuid)
   ORDER BY found.place, "applicationId" LIMIT $7`;
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

  async handle({ charityId, search, turn, sort, limit, cursor, ...wish }: Wish) {
    const [after = null, afterId = null] = cursor?.split('_') ?? [];
    const standings = turn ? standingsOf(turn) : null;
    const asked = [charityId, statesOf(wish), search ?? null, standings, after, afterId, limit + 1];
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<ListedRow & { readonly place: string }>(list(sort), asked);
      const present = (row: ListedRow) => this.presenting.present(tx, row);
      const { shown: applications, isAll } = await asManyAsFit(rows, present, { most: limit });
      const last = isAll ? undefined : rows[applications.length - 1];
      const next = last ? `${last.place}_${last.applicationId}` : null;
      return accept({ applications, next, counts: await countsOf(tx) });
    });
  }
}

function statesOf({ state, states }: Pick<Wish, 'state' | 'states'>): ApplicationState[] {
  const wanted = new Set([...(states ?? []), ...(state ? [state] : [])]);
  return ApplicationState.options.filter((one) => !isGone(one) && (wanted.size === 0 || wanted.has(one)));
}

async function countsOf(tx: Tx): Promise<Partial<Record<ApplicationState, number>>> {
  const rows = await tx.query<{ state: ApplicationState; people: number }>(count, [tx.charityId]);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
}
