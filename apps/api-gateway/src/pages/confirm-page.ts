import { type Html, html } from './html.js';
import { page } from './layout.js';
import { passkeyForm } from './passkey-form.js';
import { hidden, trouble } from './sign-in-pages.js';

export interface Confirming {
  /** Where to go on afterwards. */
  readonly next: string;
  /** What they can confirm with. */
  readonly by: { readonly passkey: boolean; readonly secondFactor: boolean };
  /** The ticket of a mailed code that is on its way. */
  readonly ticket?: string | undefined;
}

const codeForm = (proof: 'code' | 'secondFactor', label: string, { next, ticket }: Confirming): Html =>
  html`<form method="post" action="/confirm-it-is-you">
${hidden('by', proof)}${hidden('ticket', ticket)}${hidden('next', next)}
<label for="code">${label}</label>
<input id="code" name="code" autocomplete="one-time-code" maxlength="20" required>
<button type="submit">It is me</button>
</form>`;

const mailForm = ({ next }: Confirming): Html => html`<form method="post" action="/confirm-it-is-you/mail">
${hidden('next', next)}<button type="submit">Send me a code</button></form>`;

/** Before a big step. Whoever has a passkey or an app uses it; everybody else gets a mail. */
export function confirmPage(confirming: Confirming, message?: string): string {
  const { next, by, ticket } = confirming;
  const byMail = !by.passkey && !by.secondFactor;
  return page(
    'Confirm it is you',
    html`<h1>Confirm it is you</h1>
${trouble(message)}
<p>The next step is a big one. Please confirm first that it is you. It holds for ten minutes, on this device.</p>
${by.passkey ? passkeyForm('get', '/confirm-it-is-you', 'Use my passkey', html`${hidden('by', 'passkey')}${hidden('next', next)}`) : null}
${by.secondFactor ? codeForm('secondFactor', 'The code from your app, or a backup code', confirming) : null}
${byMail && ticket ? codeForm('code', 'The eight digits in the mail', confirming) : null}
${byMail && !ticket ? mailForm(confirming) : null}
<p><a href="${next}">Not now</a></p>`,
  );
}
