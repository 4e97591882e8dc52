import { type Html, html } from '../html.js';

/** By whose clocks times are told: the person's own first, the charity's beside it where it is another. */
export interface Clocks {
  readonly own: string;
  readonly charity: string;
}

export interface Window {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Weekends are booked more than a year ahead, so the year is told as well. */
const form: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
};

const at = (instant: string, zone: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...how, timeZone: zone })
    .format(new Date(instant))
    .replace(/^(\p{L}+),/u, '$1');

/** The same as words alone. */
export const momentWords = (instant: string, zone: string): string => at(instant, zone, form);

/** An instant with its year: Friday 4 December 2026 at 17:30. */
export const dayAndTime = (instant: string, zone: string): Html =>
  html`<time datetime="${instant}">${momentWords(instant, zone)}</time>`;

/** Europe/London: London. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

const spanOn = ({ opensAt, closesAt }: Window, zone: string): Html =>
  html`<span class="line">From <strong>${dayAndTime(opensAt, zone)}</strong></span><span class="line">to <strong>${dayAndTime(closesAt, zone)}</strong></span>`;

/** From when to when, on one's own clock, and on the charity's. */
export const windowOn = (window: Window, { own, charity }: Clocks): Html =>
  own === charity
    ? html`<p>${spanOn(window, own)}</p>`
    : html`<p>${spanOn(window, own)}<span class="line">on your clock (${cityOf(own)})</span></p>
<p class="soft">For the charity (${cityOf(charity)}): ${dayAndTime(window.opensAt, charity)} to ${dayAndTime(window.closesAt, charity)}</p>`;

const aDay: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric' };
const inAMonth: Intl.DateTimeFormatOptions = { ...aDay, month: 'long' };
const inAYear: Intl.DateTimeFormatOptions = { ...inAMonth, year: 'numeric' };

/** The days alone, with nothing said twice: Friday 4 to Monday 7 December 2026. */
export const daysOf = ({ opensAt, closesAt }: Window, zone: string): string => {
  const last = at(closesAt, zone, inAYear);
  const [from, until] = [dateOn(opensAt, zone), dateOn(closesAt, zone)];
  if (from === until) return last;
  const sameMonth = from.slice(0, 7) === until.slice(0, 7);
  const sameYear = from.slice(0, 4) === until.slice(0, 4);
  return `${at(opensAt, zone, sameMonth ? aDay : sameYear ? inAMonth : inAYear)} to ${last}`;
};

/** Its hours, beside its days: 17:30 to 09:00. */
export const hoursOf = ({ opensAt, closesAt }: Window, zone: string): Html => {
  const time = (instant: string) => html`<time datetime="${instant}">${timeOn(instant, zone)}</time>`;
  return html`${time(opensAt)} to ${time(closesAt)}`;
};

/** As short as can be told apart, for buttons: 4 to 7 December 2026. */
export const daysInShort = ({ opensAt, closesAt }: Window, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
    .formatRange(new Date(opensAt), new Date(closesAt))
    .replace(/\s*–\s*/u, ' to ');

/** A day of the calendar in words: 4 December 2026. */
export const dayWords = (day: string): string =>
  at(`${day}T00:00:00Z`, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' });

export const timeOn = (instant: string, zone: string): string =>
  at(instant, zone, { hour: '2-digit', minute: '2-digit' });

/** The day by somebody's clock, as calendars write it: 2026-12-04. */
export function dateOn(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export const weekdayOn = (instant: string, zone: string): string => at(instant, zone, { weekday: 'long' });
