import type { ApplicationState, Brand, Language, OutputOf, viewOwnApplication } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { type Html, html } from './html.js';
import { moment, page } from './layout.js';
import { hidden, trouble } from './sign-in-pages.js';

/** The charity whose page it is, in its own colours. */
export interface OfCharity {
  readonly charity: Charity;
  readonly brand: Brand | null;
}

export interface OwnApplication extends OfCharity {
  readonly token: string;
  readonly application: OutputOf<typeof viewOwnApplication>;
  /** What the next answer will be known by: pressing the button twice is harmless. */
  readonly messageId: string;
  /** What they typed when something was in the way. */
  readonly typed?: string;
  readonly problem?: string;
}

const standing: Readonly<Record<ApplicationState, string>> = {
  applied: 'We have it. A person will read it soon.',
  screening: 'A person is reading it.',
  later: 'We would love you to, only not just now. You need not do anything; you hear from us.',
  declined: 'We could not say yes this time. Thank you for what you offered.',
  accepted: 'Yes, please! You are a curator now.',
  preparing: 'You are a curator now, and you are preparing.',
  ready: 'You are a curator now, and you are ready.',
  live: 'You are a curator now, and the account is yours.',
  alumni: 'You were our curator. Thank you.',
  withdrawn: 'It is gone.',
  left: 'It is gone.',
};

/** Where an applicant, who cannot sign in yet, sees how it stands, answers, and ends it. Nothing here tells who they are. */
export function ownApplicationPage(view: OwnApplication): string {
  const { charity, brand, token, application } = view;
  const at = `/c/${charity.slug}/application`;
  return page(
    'Your application',
    html`<h1>Your application</h1>
<div class="panel"><p><strong>${standing[application.state]}</strong></p>
<p class="soft">You go by ${application.penName} here. You applied on ${moment(application.appliedAt, charity.zone)}.</p></div>
${
  application.signsIn
    ? html`<p>You find everything else when you sign in. There is no password: we mail you a code.</p>
<p><a href="/sign-in/${charity.slug}">Sign in</a></p>`
    : html`${conversation(view)}
${howToWrite(view)}
<h2>If you have changed your mind</h2>
<p>You can take your application back at any time. Nobody asks why.</p>
<p><a href="${at}/withdrawal?token=${token}">Take my application back</a></p>
<h2>If somebody else may have your link</h2>
<p>Whoever has it can read this page and write here. Your name and address are not on it. A new link ends the old ones.</p>
<p><a href="${at}/link">Send me a new link</a></p>`
}`,
    brand,
  );
}

function conversation({ charity, token, application, messageId, typed = '', problem }: OwnApplication): Html {
  const { messages, earlier } = application;
  return html`<h2 id="conversation">What you and the team wrote</h2>
${messages.length === 0 ? html`<p class="soft">Nothing yet.</p>` : null}
${earlier ? html`<p><a href="/c/${charity.slug}/application?token=${token}&before=${earlier}#conversation">What was written before</a></p>` : null}
${messages.map(
  ({
    from,
    at,
    text,
  }) => html`<section class="panel"><p><strong>${from === 'team' ? charity.name : 'You'}</strong>, ${moment(at, charity.zone)}</p>
<p class="typed">${text}</p></section>`,
)}
<form method="post" action="/c/${charity.slug}/application/answer">
${hidden('token', token)}${hidden('messageId', messageId)}
<label for="text">Write to the team</label>
${problem ? html`<p id="text-problem" role="alert">${problem}</p>` : null}
<textarea id="text" name="text" rows="6" ${problem ? html`aria-invalid="true" aria-describedby="text-problem"` : null}>
${typed}</textarea>
<button type="submit">Send</button>
</form>`;
}

const languages: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

function howToWrite({ charity, token, application }: OwnApplication): Html {
  const { language, discreet } = application.mails;
  return html`<h2 id="mails">How we write to you</h2>
<form method="post" action="/c/${charity.slug}/application/mails">
${hidden('token', token)}
<label class="choice"><input type="checkbox" name="discreet" value="yes"${discreet ? html` checked` : null} aria-describedby="discreet-help"> Mails come from a name that tells nobody anything</label>
<p class="soft" id="discreet-help">Without a tick they may show the name of ${charity.name} as their sender.</p>
<label for="language">In which language?</label>
<select id="language" name="language">${Object.entries(languages).map(
    ([value, name]) =>
      html`<option value="${value}" lang="${value}"${value === language ? html` selected` : null}>${name}</option>`,
  )}</select>
<button type="submit">Keep this</button>
</form>`;
}

/** Before everything goes: only the button does it. */
export const withdrawalPage = ({ charity, brand }: OfCharity, token: string): string =>
  page(
    'Take your application back',
    html`<h1>Take your application back?</h1>
<p>Everything you sent us is erased at once: your name, your address, and all that was written. It cannot be undone. You may apply again, at any time.</p>
<form method="post" action="/c/${charity.slug}/application/withdrawal">${hidden('token', token)}
<button type="submit">Yes, take it back and erase everything</button></form>
<p><a href="/c/${charity.slug}/application?token=${token}">No, keep it</a></p>`,
    brand,
  );

export const withdrawnPage = ({ charity, brand }: OfCharity): string =>
  page(
    'It is gone',
    html`<h1>Your application is gone</h1>
<p>Everything you sent us is erased. Thank you for having thought of us. No mail will follow.</p>
<p><a href="/c/${charity.slug}">Go to the page of ${charity.name}</a></p>`,
    brand,
  );

/** A way to a new link, with what was wrong with the old one where there was one. */
export const newLinkPage = (
  { charity, brand }: OfCharity,
  { message, email = '' }: { readonly message?: string; readonly email?: string },
): string =>
  page(
    'Your application',
    html`<h1>A new link to your application</h1>
${trouble(message)}
<p>We mail it to the address you applied with. Older links end then.</p>
<form method="post" action="/c/${charity.slug}/application/link">
<label for="email">Your e-mail address</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="email" maxlength="254" required>
<button type="submit">Send me a new link</button>
</form>`,
    brand,
  );

export const linkSentPage = ({ charity, brand }: OfCharity): string =>
  page(
    'Look in your mail',
    html`<h1>Look in your mail</h1>
<p>If somebody applied with this address, a new link is on its way. It may take a minute. You get at most three a day.</p>
<p><a href="/c/${charity.slug}">Go to the page of ${charity.name}</a></p>`,
    brand,
  );
