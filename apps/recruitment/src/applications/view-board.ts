import {
  accept,
  boardStates,
  type DecisionReason,
  type InputOf,
  type OutputOf,
  type viewBoard,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { countUnseen } from '../set-aside/unseen.js';
import { targetDays } from '../waits/target-days.js';
import { type ListedRow, listed } from './listed-rows.js';
import { presentCard } from './present-application.js';
import { standingKey, standingsOf } from './whose-turn.js';

type State = (typeof boardStates)[number];

interface BoardRow extends ListedRow {
  readonly count: number;
  readonly waitForTeam: number;
}

/** Of each column the first, and with each of them how many there are. */
const board = `
  SELECT * FROM (
    SELECT *, (count(*) OVER column_of)::int AS count,
           (count(*) FILTER (WHERE is_team) OVER column_of)::int AS "waitForTeam",
           row_number() OVER (PARTITION BY state ORDER BY is_team DESC, "waitingSince", "applicationId") AS place
      FROM (SELECT *, ${standingKey} = ANY ($3::text[]) AS is_team
              FROM (${listed} AND state = ANY ($2::text[])) AS applications) AS standing
    WINDOW column_of AS (PARTITION BY state)) AS placed
   WHERE place <= $4 ORDER BY place`;
/** Why the last decision was made, of all that were told no or “not now”. */
const reasons = `
  SELECT state, reason, count(*)::int AS people FROM application
    CROSS JOIN LATERAL (
      SELECT reason FROM application_move move
       WHERE move.charity_id = application.charity_id AND move.application_id = application.application_id
       ORDER BY id DESC LIMIT 1) AS last_move
   WHERE charity_id = $1 AND state IN ('declined', 'later') AND reason IS NOT NULL GROUP BY state, reason`;
const dayMs = 86_400_000;

/** The board: where everybody is, and who waits for whom. */
@Injectable()
export class ViewBoard implements Handles<typeof viewBoard> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, perColumn }: InputOf<typeof viewBoard>) {
    return this.database.inCharity(charityId, async (tx) => {
      const asked = [charityId, boardStates, standingsOf('team'), perColumn];
      const rows = await tx.query<BoardRow>(board, asked);
      const whys = await reasonsOf(tx);
      const now = await databaseNow(tx);
      const columns = boardStates.map((state) => column(state, rows, { whys, now }));
      return accept({ columns, setAside: await countUnseen(tx), targetDays: await targetDays(tx) });
    });
  }
}

interface Why {
  readonly state: State;
  readonly reason: DecisionReason;
  readonly people: number;
}

const reasonsOf = (tx: Tx): Promise<Why[]> => tx.query<Why>(reasons, [tx.charityId]);

function column(
  state: State,
  all: readonly BoardRow[],
  { whys, now }: { readonly whys: readonly Why[]; readonly now: Date },
): OutputOf<typeof viewBoard>['columns'][number] {
  const rows = all.filter((row) => row.state === state);
  return {
    state,
    count: rows[0]?.count ?? 0,
    waitForTeam: rows[0]?.waitForTeam ?? 0,
    reasons: Object.fromEntries(
      whys.filter((why) => why.state === state).map(({ reason, people }) => [reason, people]),
    ),
    cards: rows.map((row) => ({ ...presentCard(row), daysWaiting: daysBetween(row.waitingSince, now) })),
  };
}

const daysBetween = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / dayMs));
