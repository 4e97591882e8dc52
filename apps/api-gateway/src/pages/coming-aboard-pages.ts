import { type Html, html } from './html.js';
import { page } from './layout.js';
import { hidden } from './sign-in-pages.js';

export interface AboardForm {
  readonly charityId: string;
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
  readonly registrationNumber: string;
  readonly contactEmail: string;
}

/** What was wrong, beside the field it is about or, without one, above all. */
export type Problems = Readonly<Record<string, string>>;

const problem = (problems: Problems, field: string): Html | null =>
  problems[field] ? html`<p class="panel" role="alert" id="${field}-problem">${problems[field]}</p>` : null;

const zones = Intl.supportedValuesOf('timeZone');
const zoneOption = (zone: string, chosen: string): Html =>
  zone === chosen ? html`<option selected>${zone}</option>` : html`<option>${zone}</option>`;

/** Everything that was typed stays, whatever was wrong with it. */
export const applyAboardPage = (form: AboardForm, problems: Problems = {}): string =>
  page(
    'Bring your charity aboard',
    html`<h1>Bring your charity aboard</h1>
${problem(problems, '')}
<p>Tell us about your charity. We mail you a link to confirm your address. Then a person looks at it, and you hear from us
by mail.</p>
<form method="post" action="/aboard">
${hidden('charityId', form.charityId)}
<label for="name">The charity’s name</label>
${problem(problems, 'name')}
<input id="name" name="name" value="${form.name}" autocomplete="organization" required>
<label for="slug">A short name for its addresses, such as shine-ms</label>
${problem(problems, 'slug')}
<input id="slug" name="slug" value="${form.slug}" autocapitalize="none" required>
<label for="registrationNumber">Its registration number, if it has one</label>
${problem(problems, 'registrationNumber')}
<input id="registrationNumber" name="registrationNumber" value="${form.registrationNumber}">
<label for="zone">Its time zone</label>
${problem(problems, 'zone')}
<select id="zone" name="zone">${zones.map((zone) => zoneOption(zone, form.zone))}</select>
<label for="contactEmail">Your e-mail address at the charity</label>
${problem(problems, 'contactEmail')}
<input id="contactEmail" name="contactEmail" type="email" autocomplete="email" value="${form.contactEmail}" required>
<button type="submit">Send</button>
</form>`,
  );

export const lookInYourMailPage = (): string =>
  page(
    'Look in your mail',
    html`<h1>Look in your mail</h1>
<p>If you can be reached at this address, a mail with a link is on its way. It works for a day.</p>
<p>Nothing there after some minutes? Please look in the folder for spam, or <a href="/aboard">ask again</a>.</p>`,
  );

/** Where the link leads. Opening it changes nothing: only the button confirms. */
export const confirmAboardPage = (token: string): string =>
  page(
    'Confirm your address',
    html`<h1>Is this you?</h1>
<p>Somebody asked for your charity to come aboard Baton. If it was you, press the button.</p>
<form method="post" action="/aboard/confirm">${hidden('token', token)}<button type="submit">Yes, that was me</button></form>
<p>If it was not you, close the page: nothing has happened.</p>`,
  );

export const brokenAboardPage = (message: string): string =>
  page(
    'This link does not work',
    html`<h1>This link does not work</h1>
<div class="panel" role="alert"><p>${message}</p></div>
<p><a href="/aboard">Ask again</a></p>`,
  );

export const confirmedPage = ({ name, state }: { name: string; state: 'waiting' | 'aboard' }): string =>
  page(
    'Thank you',
    state === 'waiting'
      ? html`<h1>Thank you</h1>
<p>Your address is confirmed. A person looks at ${name} now, and you hear from us by mail. You need not do anything.</p>`
      : html`<h1>Welcome aboard</h1>
<p>${name} is aboard. A mail with a link to sign in is on its way: the set-up begins there.</p>`,
  );
