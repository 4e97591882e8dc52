import type { Brand, OutputOf, viewNomination } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { html } from '../html.js';
import { page } from '../layout.js';
import { hidden } from '../sign-in-pages.js';
import { type NomineeForm, nomineeFields, type Problems, problem, whatWeDo } from './nominee-form.js';

/** A charity in its own look. */
export interface Place {
  readonly charity: Charity;
  readonly brand: Brand | null;
}

/** Everything that was typed stays, whatever was wrong with it. */
export const nominatePage = ({ charity, brand }: Place, form: NomineeForm, problems: Problems = {}): string =>
  page(
    'Suggest somebody',
    html`<h1>Suggest somebody</h1>
${problem(problems, '')}
<p>Do you know somebody who would be good at having the account of ${charity.name} for a weekend?</p>
${whatWeDo}
<form method="post" action="/c/${charity.slug}/nominate">
${nomineeFields(form, problems)}
<button type="submit">Ask them</button>
</form>
<p>Is it you? Then you need nobody to suggest you. <a href="/c/${charity.slug}">Go to the page of ${charity.name}</a></p>`,
    brand,
  );

export const askedPage = ({ charity, brand }: Place): string =>
  page(
    'Thank you',
    html`<h1>Thank you</h1>
<p>We ask them. Whether they say yes is theirs to tell, so you do not hear from us about it.</p>
<p><a href="/c/${charity.slug}">Back to ${charity.name}</a></p>`,
    brand,
  );

/** Where the link in the mail leads. Opening it changes nothing: only the buttons do. */
export const nominationPage = (
  { charity, brand }: Place,
  token: string,
  { greeting, nominatedBy }: OutputOf<typeof viewNomination>,
): string =>
  page(
    'Somebody thought of you',
    html`<h1>Hello ${greeting}, somebody thought of you</h1>
<p>${
      nominatedBy === 'curator' ? 'Somebody who had the account before' : 'Somebody who follows the account'
    } thinks that you would be good at this.</p>
<p>For a weekend, ${charity.name} hands its account on X to one person. They share their ordinary life, ask questions and
answer yours. They never get the password, and they show only as much of themselves as they like.</p>
<p>We know nothing about you but your address and the name above. Whoever thought of you is not told what you
answer.</p>
<form method="post" action="/c/${charity.slug}/nomination">${hidden('token', token)}
<button type="submit" name="answer" value="showMe">Show me more</button>
<p>You see the questions first. Nothing is sent before you send it.</p>
<button type="submit" name="answer" value="no">No, thank you</button>
<p>We forget your address, and never ask you again.</p>
</form>
<p>You can also close this page and think about it. The link works for some days.</p>`,
    brand,
  );

export const saidNoPage = ({ charity, brand }: Place): string =>
  page(
    'That is fine',
    html`<h1>That is fine</h1>
<p>We have forgotten your address, and we never ask you again. Thank you for telling us.</p>
<p><a href="/c/${charity.slug}">The page of ${charity.name}</a></p>`,
    brand,
  );

/** For a link that is over, that was used, that is not whole and that never was: the same for all. */
export const linkOverPage = ({ charity, brand }: Place, message: string): string =>
  page(
    'This link does not work',
    html`<h1>This link does not work any more</h1>
<div class="panel" role="alert"><p>${message}</p></div>
<p><a href="/c/${charity.slug}">The page of ${charity.name}</a></p>`,
    brand,
  );
