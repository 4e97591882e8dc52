import { Html, html } from '../html.js';
import { type Clocks, dateOn, timeOn, weekdayOn } from './clocks.js';
import { type Slot, stateWords, weekendsPath } from './weekend-words.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** 2026-12, any month there is. */
export const monthIn = (typed: unknown): string | undefined =>
  typeof typed === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : undefined;

const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const beside = (month: string, by: 1 | -1): string => {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + by);
  return day.toISOString().slice(0, 7);
};

/** The days of a month in weeks from Monday on; undefined where a week reaches into another month. */
export function weeksOf(month: string): (number | undefined)[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const lead = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const cells = Math.ceil((lead + days) / 7) * 7;
  const all = Array.from({ length: cells }, (_, at) => {
    const day = at - lead + 1;
    return day >= 1 && day <= days ? day : undefined;
  });
  return Array.from({ length: cells / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7));
}

interface Month {
  readonly month: string;
  /** The first month that has a weekend: nobody is led to one before it. */
  readonly earliest?: string | undefined;
  readonly slots: readonly Slot[];
  readonly mine: ReadonlySet<string>;
  readonly clocks: Clocks;
}

/** A month as a table; each weekend stands on the day it begins. On a narrow phone the days without one step aside. */
export function calendarOf({ month, earliest = month, slots, mine, clocks }: Month): Html {
  const opening = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dateOn(slot.opensAt, clocks.own);
    opening.set(day, [...(opening.get(day) ?? []), slot]);
  }
  const on = (day: number | undefined) =>
    day ? (opening.get(`${month}-${String(day).padStart(2, '0')}`) ?? []) : [];
  const hasSome = (week: readonly (number | undefined)[]) => week.some((day) => on(day).length > 0);
  const cell = (day: number | undefined): Html => {
    const here = on(day);
    if (here.length === 0) return html`<td role="cell" class="bare">${day}</td>`;
    return html`<td role="cell">${here.map((slot) => inCell(slot, { day, mine, clocks }))}</td>`;
  };
  const link = (by: 1 | -1) =>
    html`<a href="${weekendsPath}?view=calendar&month=${beside(month, by)}">${monthWords(beside(month, by))}</a> `;
  return html`<table role="table" class="month"><caption>${monthWords(month)}</caption>
<thead role="rowgroup"><tr role="row">${weekdays.map((day) => html`<th role="columnheader" scope="col"><abbr title="${day}">${day.slice(0, 3)}</abbr></th>`)}</tr></thead>
<tbody role="rowgroup">${weeksOf(month).map((week) => html`<tr role="row"${hasSome(week) ? null : html` class="bare"`}>${week.map(cell)}</tr>`)}</tbody></table>
<nav aria-label="Other months">${month > earliest ? link(-1) : null}${link(1)}</nav>`;
}

function inCell(
  slot: Slot,
  { day, mine, clocks }: { day: number | undefined; mine: ReadonlySet<string>; clocks: Clocks },
): Html {
  const when = html`<span class="on-phones">${weekdayOn(slot.opensAt, clocks.own)} </span><span class="day">${day}</span>`;
  const until = html`${timeOn(slot.opensAt, clocks.own)} to ${weekdayOn(slot.closesAt, clocks.own)} ${timeOn(slot.closesAt, clocks.own)}`;
  if (mine.has(slot.slotId))
    return html`<a class="free" href="/curator">${when} <strong>Yours</strong> ${until}</a>`;
  if (slot.state === 'free')
    return html`<form method="post" action="${weekendsPath}/${slot.slotId}/hold"><button class="free" type="submit">${when} <strong>Free</strong> ${until}</button></form>`;
  return html`<p class="gone">${when} ${stateWords[slot.state]}</p>`;
}

export const calendarStyle = new Html(`
.month { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1rem 0; } caption { font-weight: 700; text-align: left; padding: .5rem 0; }
.month th, .month td { border: 1px solid var(--line); padding: .25rem; vertical-align: top; text-align: left; } .month abbr { text-decoration: none; }
.month .free { display: block; width: 100%; margin: 0; font-weight: 400; text-align: left; text-decoration: none; background: var(--panel); color: var(--accent); border: 2px solid var(--accent); border-radius: 8px; padding: .25rem; min-height: 44px; overflow-wrap: normal; }
.month .gone { margin: 0; color: var(--soft); overflow-wrap: normal; hyphens: auto; } .day { font-weight: 700; } .on-phones { display: none; }
nav a { margin-right: 1.5rem; } nav [aria-current] { font-weight: 700; text-decoration: none; }
@media (max-width: 47.9rem) {
  .month, .month tbody, .month tr, .month td, .month caption { display: block; } .month thead { position: absolute; left: -999rem; } .month .bare { display: none; }
  .month td { border: 0; padding: .5rem 0; } .month .free, .month .gone { padding: .75rem; } .on-phones { display: inline; }
}
`);
