import { type OutputOf, type viewMyWaiting, Weekday } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { trouble } from '../sign-in-pages.js';
import { type Clocks, daysOf, dayWords } from './clocks.js';
import { press, type Slot, weekendsPath } from './weekend-words.js';

export type Waiting = OutputOf<typeof viewMyWaiting>;

/** What somebody typed into one of the two forms, and what was wrong with it. */
export interface Typed {
  readonly form: 'waitlist' | 'standby';
  readonly from: string;
  readonly until: string;
  readonly weekdays: readonly string[];
  readonly problem?: string | undefined;
}

const between = (from: string | null, until: string | null): string =>
  from || until
    ? `${from ? ` from ${dayWords(from)}` : ''}${until ? ` until ${dayWords(until)}` : ''}`
    : ', whenever it is';

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Both ways of hearing first when a weekend is free. Neither binds to anything. */
export const waitingPanel = (
  waiting: Waiting,
  { slots, clocks, typed }: { slots: readonly Slot[]; clocks: Clocks; typed?: Typed | undefined },
): Html => html`<section class="panel" id="waiting"><h2>Wait for a weekend</h2>
${waiting.waitlist ? waits(waiting.waitlist) : html`<p>When a weekend is free that would suit you, we ask you. You can still say no.</p>`}
${typed?.form === 'waitlist' ? waitlistForm(typed, waiting) : folded(waiting.waitlist ? 'Change what you wait for' : 'Join the waitlist', waitlistForm(keptOf(waiting), waiting))}</section>
<section class="panel" id="standby"><h2>Stand by</h2>
${waiting.standby.length > 0 ? standsBy(waiting.standby, slots, clocks) : html`<p>When somebody cannot, we ask you first. It binds you to nothing.</p>`}
${typed?.form === 'standby' ? standbyForm(typed) : folded('Stand by between two days', standbyForm({ from: '', until: '' }))}</section>`;

const folded = (summary: string, form: Html): Html =>
  html`<details><summary>${summary}</summary>${form}</details>`;

const keptOf = ({ waitlist }: Waiting): Omit<Typed, 'form'> => ({
  from: waitlist?.from ?? '',
  until: waitlist?.until ?? '',
  weekdays: waitlist?.weekdays ?? [],
});

const waits = ({ from, until, weekdays, place }: NonNullable<Waiting['waitlist']>): Html =>
  html`<p>You wait for a weekend${between(from, until)}${weekdays ? `, beginning on a ${weekdays.map(capital).join(' or ')}` : ''}. <strong>${place === 1 ? 'You are first in line.' : `You are number ${place} in line.`}</strong></p>
${press(`${weekendsPath}/waitlist/leave`, 'Leave the waitlist', { quiet: true })}`;

function standsBy(standby: Waiting['standby'], slots: readonly Slot[], clocks: Clocks): Html {
  const words = ({ slotId, from, until }: Waiting['standby'][number]): string => {
    if (!slotId) return `any weekend${between(from, until)}`;
    const slot = slots.find((one) => one.slotId === slotId);
    return slot ? daysOf(slot, clocks.own) : 'one weekend further ahead';
  };
  return html`<p>You stand by for:</p><ul>${standby.map((one) => html`<li>${words(one)}</li>`)}</ul>
${press(`${weekendsPath}/standby/end`, 'Stand by no more', { quiet: true })}`;
}

const dates = (name: string, { from, until }: Pick<Typed, 'from' | 'until'>, optional: boolean): Html => {
  const field = (which: 'from' | 'until', label: string, value: string) =>
    html`<label for="${name}-${which}">${label}${optional ? ' (if you like)' : ''}</label><input id="${name}-${which}" name="${which}" type="date" value="${value}">`;
  return html`${field('from', 'First day', from)}${field('until', 'Last day', until)}`;
};

export function waitlistForm(typed: Omit<Typed, 'form'>, { waitlist }: Pick<Waiting, 'waitlist'>): Html {
  return html`<form method="post" action="${weekendsPath}/waitlist">${trouble(typed.problem)}
${dates('waitlist', typed, true)}
<fieldset><legend>It may begin on (none ticked: any day)</legend>${Weekday.options.map(
    (day) =>
      html`<label class="choice"><input type="checkbox" name="weekdays" value="${day}"${typed.weekdays.includes(day) ? html` checked` : null}> ${capital(day)}</label>`,
  )}</fieldset>
<button type="submit">${waitlist ? 'Wait for this instead' : 'Join the waitlist'}</button></form>`;
}

export const standbyForm = (typed: Pick<Typed, 'from' | 'until' | 'problem'>): Html =>
  html`<form method="post" action="${weekendsPath}/standby">${trouble(typed.problem)}
${dates('standby', typed, false)}
<button type="submit">Stand by</button></form>`;
