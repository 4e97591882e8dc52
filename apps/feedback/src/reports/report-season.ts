import { accept, type InputOf, type OutputOf, type ResultOf, type reportSeason } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { edgesOf, readClock, weekendsIn } from '../takeovers/read-weekends.js';
import { type WeekendRow, weekendOf } from '../takeovers/weekend.js';
import { compareScores } from './compare-scores.js';
import { lessAlonePercent, pulseFigures, pulseOf } from './pulse.js';
import { allCounts, countsOf, engagementOf, followersOf, gained, impressionsOf, noPosts } from './reach.js';
import { scoresOf } from './scores.js';
import { surveyWaves } from './survey-waves.js';
import { tookPlace } from './took-place.js';
import { countedByKind, inSeason } from './what-happened.js';
import { holdFigures } from './what-was-held.js';

type Report = OutputOf<typeof reportSeason>;

@Injectable()
export class ReportSeason implements Handles<typeof reportSeason> {
  constructor(private readonly database: Database) {}

  handle({ charityId, from, to }: InputOf<typeof reportSeason>): Promise<ResultOf<typeof reportSeason>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { zone, now } = await readClock(tx);
      const edges = await edgesOf(tx, { from, to });
      const rows = tookPlace(await weekendsIn(tx, edges), now);
      const ids = rows.map(({ takeoverId }) => takeoverId);
      const taps = await pulseOf(tx, ids);
      const counts = await countsOf(tx, ids);
      return accept({
        zone,
        weekends: await weekendByWeekend(tx, rows, { now, counts, taps }),
        curators: new Set(rows.map(({ curatorId }) => curatorId)).size,
        posts: allCounts(counts.values()),
        surveys: {
          waves: await surveyWaves(tx, rows),
          ...compareScores(await scoresOf(tx), isAmong(ids)),
        },
        pulse: pulseFigures(taps),
        engagement: await engagementOf(tx, ids),
        holds: await holdFigures(tx, ids),
        incidents: await countedByKind(tx, inSeason(rows, edges)),
      });
    });
  }
}

const isAmong = <Id>(ids: readonly Id[]) => {
  const among = new Set(ids);
  return ({ takeoverId }: { readonly takeoverId: Id }) => among.has(takeoverId);
};

async function weekendByWeekend(
  tx: Tx,
  rows: readonly WeekendRow[],
  {
    now,
    counts,
    taps,
  }: {
    readonly now: Date;
    readonly counts: Awaited<ReturnType<typeof countsOf>>;
    readonly taps: Awaited<ReturnType<typeof pulseOf>>;
  },
): Promise<Report['weekends']> {
  const ids = rows.map(({ takeoverId }) => takeoverId);
  const impressions = await impressionsOf(tx, ids);
  const followers = await followersOf(tx, ids);
  const tapped = new Map(taps.map((one) => [one.takeoverId, one]));
  return rows.map((row) => ({
    ...weekendOf(row, now),
    posts: counts.get(row.takeoverId) ?? noPosts,
    pulse: {
      answers: tapped.get(row.takeoverId)?.answers ?? 0,
      lessAlone: lessAlonePercent(tapped.get(row.takeoverId)),
    },
    impressions: impressions.get(row.takeoverId) ?? null,
    followersGained: gained(followers.get(row.takeoverId)),
  }));
}
