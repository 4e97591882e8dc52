import { html } from './html.js';
import { page } from './layout.js';
import { hidden } from './sign-in-pages.js';

/** Where the link in a mail, and the button of a mail program, lead. */
export const unsubscribePath = '/mail/unsubscribe';

/** Opening it changes nothing: mail scanners open every link. */
export const unsubscribePage = (token: string): string =>
  page(
    'No more of these mails',
    html`<h1>No more of these mails?</h1>
<p>Press the button, and you get no more mails that are not part of your weekend. Mails you need for it still come.</p>
<form method="post" action="${unsubscribePath}">
${hidden('token', token)}
<button type="submit">No more of these mails</button>
</form>
<p>You can say yes to them again on your own page, whenever you like.</p>`,
  );

export const unsubscribedPage = (): string =>
  page(
    'That is done',
    html`<h1>You get no more of these mails</h1>
<p>That is all. Mails you need for your own weekend still come.</p>`,
  );

export const brokenUnsubscribePage = (message: string): string =>
  page(
    'This link does not work',
    html`<h1>This link does not work</h1>
<div class="panel" role="alert"><p>${message}</p></div>
<p>Was it not the newest mail? Then please look for the newest one and use its link.</p>`,
  );
