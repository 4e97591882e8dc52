import type { SurveyFigures } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { WeekendRow } from '../takeovers/weekend.js';

type Waves = SurveyFigures['waves'];
type Sums = Record<'opened' | 'answered', number>;

const waves = ['before', 'after', 'fourWeeks'] as const;

/** How many were asked and how many answered. Of the time before, the survey that was opened last before the weekend’s end. */
export async function surveyWaves(tx: Tx, weekends: readonly WeekendRow[]): Promise<Waves> {
  const rows = await tx.query<Sums & { readonly wave: Waves[number]['wave'] }>(
    `WITH asked AS (
       SELECT wave, survey_id, answered_at FROM survey WHERE charity_id = $1 AND takeover_id = ANY($2)
       UNION
       SELECT before.* FROM weekend w
        CROSS JOIN LATERAL (SELECT wave, survey_id, answered_at FROM survey
                             WHERE charity_id = $1 AND curator_id = w.curator_id AND wave = 'before'
                               AND opened_at < w.closes_at ORDER BY opened_at DESC LIMIT 1) AS before
        WHERE w.charity_id = $1 AND w.takeover_id = ANY($2))
     SELECT wave, count(*)::int AS opened, count(answered_at)::int AS answered FROM asked GROUP BY wave`,
    [tx.charityId, weekends.map(({ takeoverId }) => takeoverId)],
  );
  const byWave = new Map(rows.map(({ wave, ...sums }) => [wave, sums]));
  return waves.map((wave) => ({ wave, ...(byWave.get(wave) ?? { opened: 0, answered: 0 }) }));
}
