import type { Account } from '../accounts/account.js';
import { escapeHtml } from '../page/escape-html.js';
import { page } from '../page/layout.js';
import type { AuthorizeRequest } from './authorize-request.js';

/** Asks which account it is about and whether to allow it. The query stays in the address, so the form is short. */
export function authorizePage(request: AuthorizeRequest, accounts: readonly Account[]): string {
  const choices = accounts.map(
    (
      account,
      index,
    ) => `<label class="choice"><input type="radio" name="username" value="${escapeHtml(account.username)}"${index === 0 ? ' checked' : ''}>
      <span>${escapeHtml(account.name)} <span class="quiet">@${escapeHtml(account.username)}</span></span></label>`,
  );
  return page({
    title: 'Allow an app',
    main: `<h1>${escapeHtml(request.app.name)} wants to use an account</h1>
<form method="post">
  <fieldset><legend>Which account?</legend>${choices.join('\n')}</fieldset>
  <h2>It will be able to</h2>
  <ul>${request.scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>
  <p class="buttons">
    <button name="decision" value="allow">Allow</button>
    <button name="decision" value="deny" class="second">Do not allow</button>
  </p>
</form>`,
  });
}

export function authorizeErrorPage(reason: string): string {
  return page({
    title: 'This did not work',
    main: `<h1>Something went wrong</h1>
<p>The app could not ask for access to an account. X would not say why; this pretend X does:</p>
<p><strong>${escapeHtml(reason)}.</strong></p>`,
  });
}
