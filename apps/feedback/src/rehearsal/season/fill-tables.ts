import type { SurveyId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import type { PlannedWeekend } from './plan-season.js';

type Row = Readonly<Record<string, unknown>>;

export async function fillTables(tx: Tx, season: readonly PlannedWeekend[]): Promise<void> {
  await fillSurveys(tx, season);
  await fill(
    tx,
    'pulse_answer',
    pulseColumns,
    season.flatMap(({ takeoverId, pulse }) =>
      pulse.map(({ lessAlone, learned, counted }) => ({
        takeover_id: takeoverId,
        answer_id: newId(),
        less_alone: lessAlone,
        learned,
        counted,
      })),
    ),
  );
  await fill(tx, 'post_engagement', engagementColumns, season.flatMap(engagementOf));
  await fill(
    tx,
    'follower_count',
    followerColumns,
    season
      .filter(({ openedAt }) => openedAt)
      .flatMap(({ takeoverId, followers }) =>
        Object.entries(followers).flatMap(([moment, count]) =>
          count === null
            ? []
            : [{ takeover_id: takeoverId, moment, followers: count, counted_at: new Date() }],
        ),
      ),
  );
}

const pulseColumns = 'takeover_id uuid, answer_id uuid, less_alone text, learned text, counted boolean';
const followerColumns = 'takeover_id uuid, moment text, followers int, counted_at timestamptz';
const engagementColumns =
  'takeover_id uuid, post_id uuid, mark text, likes int, replies int, reposts int, quotes int, impressions int, measured_at timestamptz';

function engagementOf({ takeoverId, posts }: PlannedWeekend): Row[] {
  return posts.flatMap(({ postId, engagement }) =>
    Object.entries(engagement ?? {}).map(([mark, [likes, replies, reposts, quotes, impressions]]) => ({
      ...{ takeover_id: takeoverId, post_id: postId, mark, measured_at: new Date() },
      ...{ likes, replies, reposts, quotes, impressions },
    })),
  );
}

const surveyColumns = `survey_id uuid, takeover_id uuid, curator_id uuid, wave text, opened_at timestamptz,
  answered_at timestamptz, companionship text, left_out text, isolated text, direct text, experience smallint`;

/** The one after the weekend has been opened by its end already. */
async function fillSurveys(tx: Tx, season: readonly PlannedWeekend[]): Promise<void> {
  const rows = season.flatMap(({ takeoverId, curatorId, surveys }) =>
    surveys.map(
      ({ wave, openedAt, answeredAt, items: [companionship, leftOut, isolated], direct, experience }) => {
        const said = answeredAt ? { companionship, left_out: leftOut, isolated, direct, experience } : {};
        const of = { takeover_id: wave === 'before' ? null : takeoverId, curator_id: curatorId, wave };
        return { survey_id: newId<SurveyId>(), ...of, opened_at: openedAt, answered_at: answeredAt, ...said };
      },
    ),
  );
  await fill(
    tx,
    'survey',
    surveyColumns,
    rows,
    `ON CONFLICT ON CONSTRAINT survey_once DO UPDATE
    SET answered_at = excluded.answered_at, companionship = excluded.companionship, left_out = excluded.left_out,
        isolated = excluded.isolated, direct = excluded.direct, experience = excluded.experience`,
  );
}

async function fill(
  tx: Tx,
  table: string,
  columns: string,
  rows: readonly Row[],
  otherwise = '',
): Promise<void> {
  const names = columns
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ');
  await tx.query(
    `INSERT INTO ${table} (charity_id, ${names})
     SELECT $1, ${names} FROM jsonb_to_recordset($2::jsonb) AS row (${columns}) ${otherwise}`,
    [tx.charityId, JSON.stringify(rows)],
  );
}
