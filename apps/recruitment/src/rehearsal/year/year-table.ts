import type { ApplicationState, CharityId } from '@baton/contracts';
import type { Stage } from '../stage.js';
import type { Testimony } from './mail-witness.js';
import type { Year } from './simulate-year.js';

export interface YearFigures {
  readonly applications: number;
  readonly curators: number;
  readonly ready: number;
  readonly weekends: number;
  /** Days from applying to the team’s word, and from its yes to ready: half were faster. */
  readonly daysToDecision: number;
  readonly daysToReady: number;
  /** What people decided, for each who became ready: on average, and at most for anybody. */
  readonly decisionsPerCurator: number;
  readonly mostDecisions: number;
  readonly mailsPerCurator: number;
  readonly states: Readonly<Partial<Record<ApplicationState, number>>>;
}

const figures = `
  WITH decided AS (
    SELECT application_id, min(moved_at) AS at FROM application_move
     WHERE charity_id = $1 AND to_state IN ('accepted', 'declined', 'later') GROUP BY application_id),
  ready AS (
    SELECT application_id, min(moved_at) AS at FROM application_move
     WHERE charity_id = $1 AND to_state = 'ready' GROUP BY application_id)
  SELECT (SELECT count(*)::int FROM application WHERE charity_id = $1) AS applications,
         (SELECT count(*)::int FROM application WHERE charity_id = $1 AND curator_id IS NOT NULL) AS curators,
         (SELECT count(*)::int FROM ready) AS ready,
         (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided.at - applied_at) / 86400)
            FROM decided JOIN application USING (application_id) WHERE charity_id = $1)::float AS "daysToDecision",
         (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ready.at - decided.at) / 86400)
            FROM ready JOIN decided USING (application_id))::float AS "daysToReady",
         (SELECT avg(decisions)::float FROM ready JOIN application USING (application_id) WHERE charity_id = $1)
           AS "decisionsPerCurator",
         (SELECT max(decisions)::int FROM ready JOIN application USING (application_id) WHERE charity_id = $1)
           AS "mostDecisions",
         (SELECT avg(mails)::float FROM (
            SELECT count(mail_id) AS mails FROM ready JOIN mail ON addressee_id = application_id AND outcome = 'sent'
             WHERE charity_id = $1 GROUP BY application_id) AS each) AS "mailsPerCurator"`;

export async function figuresOf(stage: Stage, charityId: CharityId, year: Year): Promise<YearFigures> {
  return stage.inCharity(charityId, async (tx) => {
    const [row] = await tx.query<Omit<YearFigures, 'weekends' | 'states'>>(figures, [charityId]);
    if (!row) throw new Error('a year without figures');
    const states = await tx.query<{ state: ApplicationState; people: number }>(
      'SELECT state, count(*)::int AS people FROM application WHERE charity_id = $1 GROUP BY state ORDER BY state',
      [charityId],
    );
    const byState = Object.fromEntries(states.map(({ state, people }) => [state, people]));
    return { ...row, weekends: year.weekends.held, states: byState };
  });
}

/** The year as a person reads it, in Markdown. */
export function yearTable(
  told: YearFigures,
  mails: Testimony,
  year: Year,
  took: { seed: number; seconds: number },
) {
  const one = (value: number): string => value.toFixed(1);
  const { decided } = year.team;
  const rows: [string, string | number][] = [
    ['applications (under age and refused besides)', `${told.applications} (${year.told.tooYoung})`],
    ['of those suggested by a follower, and asked first', year.told.suggested],
    ['became curators / ready / held weekends', `${told.curators} / ${told.ready} / ${told.weekends}`],
    ['went without a reason', year.told.went],
    ['days from applying to the team’s word, median', one(told.daysToDecision)],
    ['days from the yes to ready, median', one(told.daysToReady)],
    [
      'decisions: yes / no / not now / taken back',
      `${decided.yes} / ${decided.no} / ${decided.notNow} / ${decided.takenBack}`,
    ],
    ['questions asked', decided.asked],
    [
      '**decisions by people for each who became ready, mean (most)**',
      `${told.decisionsPerCurator.toFixed(2)} (${told.mostDecisions})`,
    ],
    ['mails sent, and for each who became ready', `${mails.sent} (${one(told.mailsPerCurator)})`],
    ['**sent twice**', mails.twice.length],
    ['**sent after the reason was gone**', mails.afterItsReason.length],
    ['seed; seconds', `${took.seed}; ${took.seconds.toFixed(1)}`],
  ];
  return [
    '| a year of a charity | |',
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ].join('\n');
}
