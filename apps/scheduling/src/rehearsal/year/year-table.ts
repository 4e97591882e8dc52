import type { CharityId, Envelope } from '@baton/contracts';
import type { Stage } from '../stage.js';
import type { Year } from './simulate-year.js';
import type { Testimony } from './witness.js';

export interface RotaFigures {
  readonly slots: number;
  /** Somebody had the account from its beginning on, or from the middle on. */
  readonly filled: number;
  /** Nobody ever booked it, or nobody again. */
  readonly gaps: number;
  /** Somebody could not, and nobody was left to ask. */
  readonly uncovered: number;
}

const figures = `
  WITH over AS (
    SELECT slot_id, EXISTS (SELECT FROM takeover t WHERE t.charity_id = $1 AND t.slot_id = slot.slot_id AND t.opened_at IS NOT NULL) AS held,
           EXISTS (SELECT FROM cover c WHERE c.charity_id = $1 AND c.slot_id = slot.slot_id AND c.state = 'uncovered') AS uncovered
      FROM slot WHERE charity_id = $1 AND closes_at <= baton.now())
  SELECT count(*)::int AS slots, count(*) FILTER (WHERE held)::int AS filled,
         count(*) FILTER (WHERE NOT held AND NOT uncovered)::int AS gaps,
         count(*) FILTER (WHERE NOT held AND uncovered)::int AS uncovered
    FROM over`;

export async function figuresOf(stage: Stage, charityId: CharityId): Promise<RotaFigures> {
  const [row] = await stage.inCharity(charityId, (tx) => tx.query<RotaFigures>(figures, [charityId]));
  if (!row) throw new Error('a year without figures');
  return row;
}

/** The year as a person reads it, in Markdown. */
export function yearTable(
  rota: RotaFigures,
  told: Testimony,
  year: Year,
  {
    facts,
    seed,
    seconds,
    curators,
  }: { facts: readonly Envelope[]; seed: number; seconds: number; curators: number },
): string {
  const count = (type: string, where: (data: Envelope['data']) => boolean = () => true): number =>
    facts.filter((fact) => fact.type === `baton.${type}.v1` && where(fact.data)).length;
  const offers = (outcome: string): number => count('offer.closed', (data) => data['outcome'] === outcome);
  const { booked, calledOff, unwell, swapsProposed, endedEarly, decisions } = year.told;
  const rows: [string, string | number][] = [
    ['curators; weekends of the year, without the fortnight of hiatus', `${curators}; ${rota.slots}`],
    ['**filled**; nobody booked; nobody left to ask', `**${rota.filled}**; ${rota.gaps}; ${rota.uncovered}`],
    ['booked; called off; unwell; ended early', `${booked}; ${calledOff}; ${unwell}; ${endedEarly}`],
    [
      'offers made: taken / declined / not answered / taken back',
      `${count('slot.offered')}: ${offers('accepted')} / ${offers('declined')} / ${offers('expired')} / ${offers('withdrawn')}`,
    ],
    [
      'swaps proposed; done',
      `${swapsProposed}; ${count('swap.closed', (data) => data['outcome'] === 'done')}`,
    ],
    ['reminders due', count('takeover.reminder-due')],
    ['**decisions by people of the team** (the hiatus, and what of those booked)', decisions],
    ['takeovers opened; the longest after its time', `${told.opened}; ${told.longestLateMs} ms`],
    ['clocks at the opening', told.clocksSeen.join(', ')],
    ['**opened twice**', told.openedTwice.length],
    ['**opened before or after their window**', told.openedBeforeOrAfterTheirWindow.length],
    ['**open while another was**', told.openWhileAnotherWas.length],
    ['seed; seconds', `${seed}; ${seconds.toFixed(1)}`],
  ];
  return [
    '| a year of a rota | |',
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ].join('\n');
}
