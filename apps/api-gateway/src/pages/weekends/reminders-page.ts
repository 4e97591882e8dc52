import type { Reminder, ReminderChannel } from '@baton/contracts';
import { curatorPlaces } from '../curator-places.js';
import { html } from '../html.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { cityOf } from './clocks.js';
import { zoneChoices } from './zone-choices.js';

/** The wishes as they stand in the form, right or wrong. */
export interface TypedWishes {
  readonly zone: string;
  readonly channel: string;
  readonly reminders: readonly string[];
}

const reminderWords: Readonly<Record<Reminder, string>> = {
  fourteenDays: 'Two weeks before, in the morning',
  twoDays: 'Two days before, in the morning',
  oneHour: 'An hour before it begins',
  opening: 'When it begins',
  ending: 'An hour before it ends',
};
const channelWords: Readonly<Record<ReminderChannel, string>> = {
  mail: 'By mail',
  calendar: 'By my own calendar',
  none: 'Not at all',
};

const on = (is: boolean) => (is ? html` checked` : null);

export const remindersPage = (
  typed: TypedWishes,
  {
    charityZone,
    problem,
    saved = false,
  }: { charityZone?: string; problem?: string | undefined; saved?: boolean },
): string =>
  page(
    'How I am reminded',
    html`<h1>How I am reminded</h1>
${saved ? html`<div class="panel" role="status"><p>It is kept. From now on we go by this.</p></div>` : null}
${trouble(problem)}
<form method="post" action="/curator/reminders">
<fieldset><legend>How</legend>${Object.entries(channelWords).map(
      ([channel, words]) =>
        html`<label class="choice"><input type="radio" name="channel" value="${channel}"${on(typed.channel === channel)}> ${words}</label>`,
    )}</fieldset>
<p class="soft">For your own calendar, <a href="/curator/calendars">make a calendar link</a> first.</p>
<fieldset><legend>When</legend>${Object.entries(reminderWords).map(
      ([reminder, words]) =>
        html`<label class="choice"><input type="checkbox" name="reminders" value="${reminder}"${on(typed.reminders.includes(reminder))}> ${words}</label>`,
    )}</fieldset>
<label for="zone">Whose clock</label>
<p class="soft" id="zone-hint">A place such as Europe/London: type, and choose. Leave it empty for the charity’s clock${charityZone ? ` (${cityOf(charityZone)})` : ''}.</p>
<input id="zone" name="zone" value="${typed.zone}" maxlength="60" autocomplete="off" list="zones" aria-describedby="zone-hint">${zoneChoices}
<button type="submit">Keep it like this</button></form>
${curatorPlaces()}`,
  );
