import type { Charity } from '../charities/charity-directory.js';
import { html } from './html.js';
import { page } from './layout.js';

export interface SignInForm {
  readonly as: 'staff' | 'curator';
  readonly email: string;
}

const trouble = (message: string | undefined) =>
  message ? html`<div class="panel" role="alert"><p>${message}</p></div>` : null;

const checked = (is: boolean) => (is ? html` checked` : null);

/** Step one of two: where to send the code. */
export function askAddressPage(charity: Charity, typed?: SignInForm, message?: string): string {
  return page(
    'Sign in',
    html`<h1>Sign in to ${charity.name}</h1>
${trouble(message)}
<p>There is no password. We send you a mail with a code.</p>
<form method="post" action="/sign-in/${charity.slug}">
<fieldset><legend>I am</legend>
<label class="choice"><input type="radio" name="as" value="curator"${checked(typed?.as !== 'staff')}> a curator</label>
<label class="choice"><input type="radio" name="as" value="staff"${checked(typed?.as === 'staff')}> on the charity’s team</label></fieldset>
<label for="email">Your e-mail address</label>
<input id="email" name="email" type="email" autocomplete="email" value="${typed?.email ?? ''}" required>
<button type="submit">Send me the code</button>
</form>`,
  );
}

/** Step two: the code. A mail scanner that opens links signs nobody in, since there is nothing to open. */
export function askCodePage(charity: Charity, { as, email }: SignInForm, message?: string): string {
  return page(
    'Your code',
    html`<h1>Look in your mail</h1>
${trouble(message)}
<p>If we know ${email}, a mail with eight digits is on its way. It works once, for 15 minutes.</p>
<form method="post" action="/sign-in/${charity.slug}/code">
<input type="hidden" name="as" value="${as}"><input type="hidden" name="email" value="${email}">
<label for="code">The eight digits</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required>
<button type="submit">Sign in</button>
</form>
<p><a href="/sign-in/${charity.slug}">Send another code</a></p>`,
  );
}
