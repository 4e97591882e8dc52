import type { OutputOf, previewRota, RotaRuleKept, Weekday } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { numberOr, type TypedFields } from '../team/typed-form.js';
import { zoneChoices } from '../weekends/zone-choices.js';
import { askOfBooked, type Concerned, wallWords, windowWords } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';

export const ruleFields = [
  ...['rotaId', 'startsOn', 'weekday', 'everyWeeks', 'opensAtTime', 'closesAfterDays'],
  ...['closesAtTime', 'zone', 'recurrence'],
];

const days: Readonly<Record<string, Weekday>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** What most charities do: Friday evening to Monday morning. */
export const usualRule = (rotaId: string, startsOn: string): TypedFields => ({
  ...{ rotaId, startsOn, weekday: 'FR', everyWeeks: '1', opensAtTime: '17:30' },
  ...{ closesAfterDays: '3', closesAtTime: '09:00', zone: '', recurrence: '' },
});

/** A rule by the week is shown in its boxes, any other in the one for rules. */
export function typedOf(rotaId: string, rule: RotaRuleKept): TypedFields {
  const parts = new Map(
    rule.recurrence
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const weekday = parts.get('BYDAY');
  const isByWeek =
    parts.get('FREQ') === 'WEEKLY' &&
    weekday !== undefined &&
    Object.hasOwn(days, weekday) &&
    [...parts.keys()].every((name) => ['FREQ', 'BYDAY', 'INTERVAL', 'WKST'].includes(name));
  return {
    ...{ rotaId, startsOn: rule.startsOn, zone: rule.zone, opensAtTime: rule.opensAtTime },
    ...{ closesAfterDays: String(rule.closesAfterDays), closesAtTime: rule.closesAtTime },
    weekday: isByWeek ? weekday : 'FR',
    everyWeeks: isByWeek ? (parts.get('INTERVAL') ?? '1') : '1',
    recurrence: isByWeek ? '' : rule.recurrence,
  };
}

/** The form as the operations take it. What is wrong in it is for them to say. */
export const ruleIn = (typed: TypedFields): object => ({
  rotaId: typed['rotaId'],
  startsOn: typed['startsOn'],
  recurrence:
    typed['recurrence'] || `FREQ=WEEKLY;INTERVAL=${typed['everyWeeks'] || '1'};BYDAY=${typed['weekday']}`,
  opensAtTime: typed['opensAtTime'],
  closesAfterDays: numberOr(typed['closesAfterDays']),
  closesAtTime: typed['closesAtTime'],
  ...(typed['zone'] && { zone: typed['zone'] }),
});

export const rulePage = (slug: string, typed: TypedFields, problem?: string): string => {
  const box = (name: string, label: string, type: string, more?: Html) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" value="${typed[name] ?? ''}"${more}>`;
  return page(
    'A rule of the rota',
    html`<h1>A rule of the rota</h1>
<p>First you see what it would change. Nothing changes before you say so.</p>
${trouble(problem)}
<form method="post" action="${rotaPath(slug)}/rule/preview">${hidden('rotaId', typed['rotaId'])}
${box('startsOn', 'From which day on', 'date')}
<label for="weekday">A weekend begins on</label>
<select id="weekday" name="weekday">${Object.entries(days).map(([code, day]) => html`<option value="${code}"${code === typed['weekday'] ? html` selected` : null}>${capital(day)}</option>`)}</select>
${box('opensAtTime', 'It opens at', 'time')}
${box('closesAfterDays', 'It closes so many days later', 'number', html` min="0" max="14"`)}
${box('closesAtTime', 'It closes at', 'time')}
${box('everyWeeks', 'Every so many weeks (1: every week)', 'number', html` min="1" max="52"`)}
${box('zone', 'Time zone (empty: the charity’s)', 'text', html` list="zones" autocomplete="off"`)}${zoneChoices}
<details${typed['recurrence'] ? html` open` : null}><summary>Another rule of days</summary>
<p class="soft">An RRULE, such as FREQ=MONTHLY;BYDAY=1FR for the first Friday of each month. It counts instead of the day and the weeks above.</p>
${box('recurrence', 'The rule', 'text', html` maxlength="500" autocomplete="off"`)}</details>
<button type="submit">Show me what would change</button></form>
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
};

type Preview = OutputOf<typeof previewRota>;
const shown = 5;

const windowsList = (title: string, windows: Preview['added']): Html =>
  html`${windows.length > 0 ? html`<h2>${title} (${windows.length})</h2><ul>${windows.slice(0, shown).map((window) => html`<li>${windowWords(window)}</li>`)}</ul>${windows.length > shown ? html`<p class="soft">And ${windows.length - shown} more.</p>` : null}` : null}`;

const leftOutWords: Readonly<Record<Preview['leftOut'][number]['because'], string>> = {
  anotherRota: 'another rule has a weekend there',
  oneOff: 'a single weekend was added there',
  booked: 'somebody has booked a weekend there',
  hiatus: 'there are no takeovers at that time',
  clocksLeap: 'the clocks change just then',
};

interface Previewed {
  readonly slug: string;
  readonly typed: TypedFields;
  readonly preview: Preview;
  /** Set where an answer was refused meanwhile. */
  readonly asked?: { concerned: readonly Concerned[]; chosen: string; problem: string };
}

/** What the rule would do, and the question about booked weekends where it touches some. */
export const previewPage = ({ slug, typed, preview, asked }: Previewed): string => {
  const { added, removed, kept, leftOut } = preview;
  const concerned = asked?.concerned ?? preview.booked;
  return page(
    'What would change',
    html`<h1>What would change</h1>
<p><strong>Nothing has changed yet.</strong></p>
<ul><li>New weekends: ${added.length}</li><li>Free weekends that go: ${removed.length}</li><li>Weekends that stay: ${kept}</li></ul>
<form method="post" action="${rotaPath(slug)}/rule">${Object.entries(typed).map(([name, value]) => hidden(name, value))}
${concerned.length > 0 ? askOfBooked(concerned, { chosen: asked?.chosen ?? '', problem: asked?.problem }) : trouble(asked?.problem)}
<button type="submit">Yes, do it</button></form>
${windowsList('New weekends', added)}
${windowsList('Free weekends that go', removed)}
${leftOut.length > 0 ? html`<h2>Left out (${leftOut.length})</h2><ul>${leftOut.slice(0, shown).map(({ opensAtWall, because }) => html`<li>${wallWords(opensAtWall)}: ${leftOutWords[because]}</li>`)}</ul>` : null}
<p><a href="${rotaPath(slug)}">No, leave everything as it is</a></p>
${teamPlaces(slug)}`,
  );
};
