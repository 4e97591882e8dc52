import {
  type Brand,
  longestPulseWords,
  type PulseFigures,
  pulseDays,
  type SignpostingResource,
} from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { helpPanel } from '../help-panel.js';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import type { TypedFields } from '../team/typed-form.js';
import { figuresTables, tableStyle } from './figures-table.js';
import { questions, tapWords } from './pulse-words.js';

/** The pulse of a charity’s weekend, in its own look. */
export interface Place {
  readonly charity: Charity;
  readonly brand: Brand | null;
  readonly code: string;
}

/** Three taps and a line, each of which can be left out; what was typed stays, whatever was wrong. */
export const pulsePage = (
  { charity, brand, code }: Place,
  {
    typed,
    closesAt,
    answeredBefore,
    problem,
  }: { typed: TypedFields; closesAt: string; answeredBefore: boolean; problem?: string | undefined },
): string =>
  page(
    'Did this weekend help?',
    html`<h1>Did this weekend help?</h1>
${trouble(problem)}
${answeredBefore ? html`<p><strong>Somebody has answered on this device already.</strong> What you send now takes the place of it.</p>` : null}
<p>A person living with the condition had the account of ${charity.name}. Skip what you like.</p>
${answerForm(code, typed)}
<p class="soft">Nobody learns who you are. This device keeps a number for a week, for this page alone, so that one device counts once. You can
answer until ${moment(closesAt, charity.zone)}.</p>`,
    brand,
  );

const answerForm = (code: string, typed: TypedFields): Html =>
  html`<form method="post" action="/p/${code}">${hidden('ticket', typed['ticket'])}
${tapField('lessAlone', typed)}
${tapField('learned', typed)}
<label for="words">Anything you want to say? One line is enough.</label>
<textarea id="words" name="words" maxlength="${longestPulseWords}" aria-describedby="words-help">${typed['words']}</textarea>
<p class="soft" id="words-help">At most ${longestPulseWords} characters. Please leave out names and addresses.</p>
<button type="submit">Send</button>
</form>`;

/** Nothing is known of whose pulse it is while the service behind it is away; what was typed waits for it. */
export const notNowPage = (code: string, typed: TypedFields): string =>
  page(
    'Not sent yet',
    html`<h1>Your answer has not been sent yet</h1>
${trouble('This part of Baton is not answering just now. What you typed is still here: please press the button in a moment.')}
${answerForm(code, typed)}`,
    null,
  );

/** For copying: what a page that is no form any more could not take. */
const notTaken = (words: string | undefined): Html | null =>
  words
    ? html`<section class="panel"><p><strong>What you wrote was not taken.</strong> Here it is, if you want to keep it:</p><blockquote class="typed">${words}</blockquote></section>`
    : null;

const tapField = (name: keyof typeof questions, typed: TypedFields): Html =>
  html`<fieldset><legend>${questions[name]}</legend>${Object.entries(tapWords).map(
    ([tap, words]) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${tap}"${typed[name] === tap ? html` checked` : null}> ${words}</label>`,
  )}</fieldset>`;

/** `help` comes first: undefined where nothing sounded as if it were needed. */
export const thankYouPage = (
  { charity, brand, code }: Place,
  {
    changed,
    help,
    teamIsCalled,
  }: { changed: boolean; help: readonly SignpostingResource[] | undefined; teamIsCalled: boolean },
): string =>
  page(
    'Thank you',
    html`<h1>Thank you</h1>
${help ? needsHelp(help, teamIsCalled) : null}
<p>${changed ? 'Your new answer has taken the place of the one before.' : 'Your answer has arrived.'} It helps ${charity.name} to see whether such weekends do any good.</p>
<p><a href="/p/${code}">Change my answer</a></p>
<p><a href="/c/${charity.slug}">The page of ${charity.name}</a></p>`,
    brand,
  );

const needsHelp = (help: readonly SignpostingResource[], teamIsCalled: boolean): Html =>
  html`${
    help.length > 0
      ? helpPanel(help)
      : html`<section class="panel" role="alert"><p><strong>You are not alone with this. If you may be in danger, please call the emergency services now.</strong></p></section>`
  }<p>${
    teamIsCalled
      ? 'Somebody of the charity is asked to look at what you wrote, at once or within a quarter of an hour. They do not know who you are and cannot answer'
      : 'Nobody of the charity has been called about this. They do not know who you are and cannot answer'
  }${help.length > 0 ? ', so please reach out to one of these.' : '.'}</p>`;

export const countedAlreadyPage = ({ charity, brand }: Place, message: string, words?: string): string =>
  page(
    'Thank you',
    html`<h1>Thank you</h1>
<p>${message}</p>
${notTaken(words)}
<p><a href="/c/${charity.slug}">The page of ${charity.name}</a></p>`,
    brand,
  );

export const overPage = (
  { charity, brand }: Place,
  { closesAt, figures }: { closesAt: string; figures: PulseFigures | null },
  words?: string,
): string =>
  page(
    'This is over',
    html`<h1>The week for this is over</h1>
<p>Followers of ${charity.name} could say for ${pulseDays} days whether this weekend helped, until ${moment(closesAt, charity.zone)}. Thank you for wanting to
answer!</p>
${notTaken(words)}
${
  figures
    ? html`<h2>What ${figures.answered} people said</h2>${figuresTables(figures)}`
    : html`<p>Too few answered for figures to say anything.</p>`
}
<p><a href="/c/${charity.slug}">The page of ${charity.name}</a></p>`,
    brand,
    { ownStyle: tableStyle },
  );
