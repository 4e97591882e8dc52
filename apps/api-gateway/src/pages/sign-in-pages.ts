import type { Charity } from '../charities/charity-directory.js';
import { linkPath } from '../sign-in/sign-in-letters.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { passkeyForm } from './passkey-form.js';
import type { Typed } from './sign-in-forms.js';

/** Whose sign-in page it is: a charity's, or everybody's, where only teams sign in. */
export type Whose = Charity | undefined;

const addressOf = (charity: Whose): string => (charity ? `/sign-in/${charity.slug}` : '/sign-in');

export const trouble = (message: string | undefined): Html | null =>
  message ? html`<div class="panel" role="alert"><p>${message}</p></div>` : null;

export const hidden = (name: string, value: string | undefined): Html | null =>
  value ? html`<input type="hidden" name="${name}" value="${value}">` : null;

const checked = (is: boolean) => (is ? html` checked` : null);

export const rememberThis = (): Html =>
  html`<label class="choice"><input type="checkbox" name="remember" value="yes"> Know this device again for 30 days</label>`;

const asWhom = (typed: Typed | undefined): Html => html`<fieldset><legend>I am</legend>
<label class="choice"><input type="radio" name="as" value="curator"${checked(typed?.as !== 'staff')}> a curator</label>
<label class="choice"><input type="radio" name="as" value="staff"${checked(typed?.as === 'staff')}> on the charity’s team</label></fieldset>`;

const codeAddressOf = (charity: Whose): string => (charity ? `${addressOf(charity)}/code` : '/sign-in-code');

/** Step one of two: where to send the mail. */
export function askAddressPage(charity: Whose, typed?: Typed, message?: string): string {
  return page(
    'Sign in',
    html`<h1>Sign in to ${charity?.name ?? 'Baton'}</h1>
${trouble(message)}
<p>There is no password. We send you a mail with a code.</p>
<form method="post" action="${addressOf(charity)}">
${charity ? asWhom(typed) : hidden('as', 'staff')}${hidden('next', typed?.next)}${hidden('ticket', typed?.ticket)}
<label for="email">Your e-mail address</label>
<input id="email" name="email" type="email" autocomplete="email" value="${typed?.email ?? ''}" required>
<button type="submit">Send me the code</button>
</form>
${passkeyForm('get', '/sign-in-passkey', 'Sign in with a passkey', hidden('next', typed?.next))}`,
  );
}

/** Step two: the code, which works only here, where it was asked for. */
export function askCodePage(charity: Whose, typed: Typed, message?: string): string {
  return page(
    'Your code',
    html`<h1>Look in your mail</h1>
${trouble(message)}
<p>If we know ${typed.email}, a mail with eight digits is on its way. It works once, for 15 minutes.</p>
<form method="post" action="${codeAddressOf(charity)}">
${kept(typed)}
<label for="code">The eight digits</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required>
${typed.as === 'staff' ? rememberThis() : null}
<button type="submit">Sign in</button>
</form>
<form method="post" action="${addressOf(charity)}">
${kept(typed)}
<p>No mail after a few minutes? Look among the unwanted mails first.</p>
<button type="submit">Send another code</button>
</form>`,
  );
}

const kept = ({ as, email, ticket, next }: Typed): Html =>
  html`${hidden('as', as)}${hidden('email', email)}${hidden('ticket', ticket)}${hidden('next', next)}`;

/** Where the link in the mail leads. Opening it changes nothing, so a scanner that opens links signs nobody in. */
export const linkPage = (token: string): string =>
  page(
    'Sign in',
    html`<h1>Sign in to Baton</h1>
<p>Press the button to sign in on this device.</p>
<form method="post" action="${linkPath}">
${hidden('token', token)}
${rememberThis()}
<button type="submit">Sign in</button>
</form>
<p><a href="/sign-in">Ask for a new mail instead</a></p>`,
  );

export const brokenLinkPage = (message: string): string =>
  page(
    'This link does not work',
    html`<h1>This link does not work</h1>
<p>${message}</p>
<p><a href="/sign-in">Ask for a new mail</a></p>`,
  );
