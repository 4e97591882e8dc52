import { html } from './html.js';
import { page } from './layout.js';
import { hidden, rememberThis, trouble } from './sign-in-pages.js';

export interface OneMoreStep {
  readonly ticket: string;
  readonly next?: string | undefined;
}

/** The second of two steps, for somebody who has an authenticator app. */
export const secondFactorPage = ({ ticket, next }: OneMoreStep, message?: string): string =>
  page(
    'One more step',
    html`<h1>One more step</h1>
${trouble(message)}
<p>Please type the six digits your authenticator app shows. A backup code works as well.</p>
<form method="post" action="/second-factor">
${hidden('ticket', ticket)}${hidden('next', next)}
<label for="code">The code</label>
<input id="code" name="code" autocomplete="one-time-code" maxlength="20" required>
${rememberThis()}
<button type="submit">Sign in</button>
</form>
<p><a href="/sign-in">Begin again</a></p>`,
  );
