import {
  accept,
  type InputOf,
  type OutputOf,
  type ResultOf,
  refuse,
  type reportAssurance,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { edgesOf, readClock, weekendsIn, weekendWith } from '../takeovers/read-weekends.js';
import { type WeekendRow, weekendOf } from '../takeovers/weekend.js';
import { tookPlace } from './took-place.js';
import { inSeason, inWeekend, whatHappened } from './what-happened.js';
import { holdFigures, holdsOf } from './what-was-held.js';

type Asked = InputOf<typeof reportAssurance>;

@Injectable()
export class ReportAssurance implements Handles<typeof reportAssurance> {
  constructor(private readonly database: Database) {}

  handle(asked: Asked): Promise<ResultOf<typeof reportAssurance>> {
    return this.database.inCharity(asked.charityId, async (tx) => {
      const { zone, now } = await readClock(tx);
      const found = await weekendsAskedFor(tx, asked, now);
      if (!found) return refuse('notFound');
      const { rows, about } = found;
      const ids = rows.map(({ takeoverId }) => takeoverId);
      return accept({
        zone,
        weekends: rows.map((row) => weekendOf(row, now)),
        agreements: agreementsOf(rows),
        holds: await holdFigures(tx, ids),
        held: await holdsOf(tx, ids),
        ...(await whatHappened(tx, about)),
      });
    });
  }
}

/** Undefined where there is no such weekend. */
async function weekendsAskedFor(
  tx: Tx,
  { takeoverId, from, to }: Asked,
  now: Date,
): Promise<{ rows: WeekendRow[]; about: ReturnType<typeof inWeekend> } | undefined> {
  if (takeoverId !== undefined) {
    const row = await weekendWith(tx, takeoverId);
    return row && { rows: [row], about: inWeekend(row) };
  }
  if (from === undefined || to === undefined) throw new Error('the contract asks for a weekend or a season');
  const edges = await edgesOf(tx, { from, to });
  const rows = tookPlace(await weekendsIn(tx, edges), now);
  return { rows, about: inSeason(rows, edges) };
}

function agreementsOf(rows: readonly WeekendRow[]): OutputOf<typeof reportAssurance>['agreements'] {
  const versions = Map.groupBy(rows, ({ agreementVersion }) => agreementVersion);
  return [...versions]
    .map(([version, them]) => ({ version, weekends: them.length }))
    .sort((one, other) => (one.version ?? 0) - (other.version ?? 0));
}
