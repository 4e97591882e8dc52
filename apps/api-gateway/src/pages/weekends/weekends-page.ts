import type { listHiatuses, OutputOf } from '@baton/contracts';
import { curatorPlaces } from '../curator-places.js';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import {
  type Clocks,
  cityOf,
  dateOn,
  dayAndTime,
  daysInShort,
  daysOf,
  dayWords,
  hoursOf,
  type Window,
  windowOn,
} from './clocks.js';
import { type Typed, type Waiting, waitingPanel } from './waiting-panel.js';
import { calendarOf, calendarStyle } from './weekend-calendar.js';
import { chooseForm, nearestOnes, press, type Slot, stateWords, weekendsPath } from './weekend-words.js';

export interface WeekendsView {
  readonly clocks: Clocks;
  readonly slots: readonly Slot[];
  /** Their slots, by id. */
  readonly mine: ReadonlySet<string>;
  readonly waiting: Waiting;
  readonly hiatuses: OutputOf<typeof listHiatuses>['hiatuses'];
}

/** Which part is looked at: a month of the calendar, or the list from somewhere on. */
export interface Shown {
  readonly month?: string | undefined;
  readonly from: number;
}

const aPage = 12;

export function weekendsPage(view: WeekendsView, shown: Shown, typed?: Typed): string {
  const { clocks, slots, mine } = view;
  const waiting = waitingPanel(view.waiting, { slots, clocks, typed });
  const first = slots[0] ? dateOn(slots[0].opensAt, clocks.own).slice(0, 7) : undefined;
  return page(
    'Choose a weekend',
    html`<h1>Choose a weekend</h1>
${typed ? waiting : null}
<p>Choose first; then you are asked once more. Nothing is booked before that.</p>
${clocks.own === clocks.charity ? html`<p class="soft">All times are on the clock of ${cityOf(clocks.own)}. <a href="/curator/reminders">Use another clock</a></p>` : html`<p class="soft">All times are on your clock (${cityOf(clocks.own)}). The charity’s is that of ${cityOf(clocks.charity)}.</p>`}
<nav aria-label="Two ways to look">${way('List', weekendsPath, !shown.month)} ${way('Calendar', `${weekendsPath}?view=calendar${first ? `&month=${first}` : ''}`, shown.month !== undefined)}</nav>
${restsOf(view)}
${shown.month ? calendarOf({ month: shown.month, earliest: first, slots, mine, clocks }) : listOf(view, shown.from)}
${typed ? null : waiting}
${curatorPlaces(weekendsPath)}`,
    null,
    { ownStyle: calendarStyle },
  );
}

/** Those that fall into what can be booked. */
function restsOf({ hiatuses, slots, clocks }: WeekendsView): Html[] {
  const last = slots.at(-1);
  const lastDay = last ? dateOn(last.closesAt, clocks.charity) : '';
  return hiatuses
    .filter(({ from }) => from <= lastDay)
    .map(
      ({ label, from, until }) =>
        html`<p class="soft">No takeovers from ${dayWords(from)} to ${dayWords(until)}: ${label}.</p>`,
    );
}

const way = (name: string, path: string, isHere: boolean): Html =>
  isHere ? html`<a href="${path}" aria-current="page">${name}</a>` : html`<a href="${path}">${name}</a>`;

function listOf({ slots, mine, clocks }: WeekendsView, from: number): Html {
  const part = slots.slice(from, from + aPage);
  if (part.length === 0) return html`<p>There is no weekend ahead yet. Please wait for one below.</p>`;
  return html`<ul class="steps">${part.map(
    (slot) =>
      html`<li><p><strong>${daysOf(slot, clocks.own)}</strong></p>${inList(slot, mine.has(slot.slotId), clocks)}</li>`,
  )}</ul>
${from > 0 ? html`<a href="${weekendsPath}?from=${Math.max(0, from - aPage)}">Show earlier weekends</a> ` : null}${slots.length > from + aPage ? html`<a href="${weekendsPath}?from=${from + aPage}">Show later weekends</a>` : null}`;
}

function inList(slot: Slot, isMine: boolean, clocks: Clocks): Html {
  const hours = html`From ${hoursOf(slot, clocks.own)}.`;
  if (isMine) return html`<p>${hours} <strong>Yours.</strong> <a href="/curator">See it on your page</a></p>`;
  if (slot.state !== 'free')
    return html`<p>${hours} <strong>${stateWords[slot.state]}</strong></p>${press(`${weekendsPath}/standby`, `Stand by for ${daysInShort(slot, clocks.own)}`, { fields: { slotId: slot.slotId }, quiet: true })}`;
  return html`<p>${hours} <strong>Free</strong>${slot.uncovered ? ', and somebody is needed' : null}</p>${chooseForm(slot, clocks)}`;
}

interface Choice {
  readonly slot: Window & { readonly slotId: string };
  readonly clocks: Clocks;
  readonly takeoverId: string;
  /** Until when nobody else can book it. */
  readonly keptUntil: string | undefined;
}

/** The second step: when it is, whether that is right, and what happens then. */
export const choicePage = ({ slot, clocks, takeoverId, keptUntil }: Choice, problem?: string): string =>
  page(
    'Is this right?',
    html`<h1>Is this right?</h1>
${trouble(problem)}
<div class="panel">${windowOn(slot, clocks)}</div>
${keptUntil ? html`<p>It is kept for you until ${dayAndTime(keptUntil, clocks.own)}. Take your time.</p>` : null}
<h2>What happens next</h2>
<ul><li>You get a mail that says so.</li><li>We remind you before it begins, the way you like.</li>
<li>At its beginning the account is yours, and at its end it is the charity’s again, by itself.</li>
<li>You can swap it, or call it off, without giving a reason.</li></ul>
<form method="post" action="${weekendsPath}/${slot.slotId}/book">${hidden('takeoverId', takeoverId)}<button type="submit">Yes, book it</button></form>
${press(`${weekendsPath}/let-go`, 'No, choose another', { quiet: true })}`,
  );

/** It could not be had: why, and what can; undefined where nothing could be booked just now. */
export const notThatOnePage = (
  message: string,
  alternatives: Parameters<typeof nearestOnes>[0] | undefined,
  clocks: Clocks,
): string =>
  page(
    'Not that weekend',
    html`<h1>Not that weekend</h1>
${trouble(message)}
${alternatives ? nearestOnes(alternatives, clocks) : html`<p><a href="/curator">See what I have booked</a></p>`}
<p><a href="${weekendsPath}">See all weekends</a></p>`,
  );

export const bookedPage = (window: Window, clocks: Clocks): string =>
  page(
    'Booked',
    html`<h1>It is yours</h1>
<div class="panel">${windowOn(window, clocks)}</div>
<p>You are booked. A mail with it is on its way.</p>
<p><a class="button" href="/curator">Go to your page</a></p>
<p><a href="/curator/calendars">Put it into my calendar</a></p>
<p><a href="/curator/reminders">How I am reminded</a></p>`,
  );
