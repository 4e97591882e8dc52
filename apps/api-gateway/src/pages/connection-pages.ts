import type { finishConnection, OutputOf } from '@baton/contracts';
import { html } from './html.js';
import { page } from './layout.js';

export function confirmConnectionPage(state: string, code: string): string {
  if (!state || !code) {
    return page(
      'Not connected',
      html`<h1>X did not connect the account</h1>
<p>Nothing was changed. Please begin again, and allow everything on X’s page.</p>`,
    );
  }
  return page(
    'Connect the account',
    html`<h1>Connect the account?</h1>
<p>X has said yes. One more press, and Baton may post for the charity. Baton never reads direct messages.</p>
<form method="post" action="/account/connected">
<input type="hidden" name="state" value="${state}"><input type="hidden" name="code" value="${code}">
<button type="submit">Connect the account</button>
</form>`,
  );
}

export const connectedPage = (account: OutputOf<typeof finishConnection>): string =>
  page(
    'Connected',
    html`<h1>@${account.handle} is connected</h1>
<p>Baton can post for ${account.displayName}. <a href="/manager">Go to the weekend</a></p>`,
  );
