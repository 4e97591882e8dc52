import { html } from './html.js';
import { page } from './layout.js';

export const notFoundPage = (): string =>
  page(
    'Nothing here',
    html`<h1>There is nothing here</h1>
<p>The address may be mistyped, or the page has moved. <a href="/">Go to the start page</a></p>`,
  );

export const signedOutPage = (message: string): string =>
  page(
    'Please sign in',
    html`<h1>Please sign in</h1><p>${message}</p><p>Choose your charity on the start page. It takes you to its sign-in.</p>
<p><a href="/">Go to the start page</a></p>
<p><a href="/sign-in">I am on a team: sign in here</a></p>`,
  );

export const troublePage = (message: string): string =>
  page(
    'That did not work',
    html`<h1>That did not work</h1><p>${message}</p><p><a href="/">Go to the start page</a></p>`,
  );

/** Before a big step; `next` is where to go on once it is confirmed. */
export const stepUpPage = (message: string, next: string): string =>
  page(
    'Please confirm it is you',
    html`<h1>Please confirm it is you</h1><p>${message}</p>
<p><a href="/confirm-it-is-you?next=${encodeURIComponent(next)}">Confirm it is me</a></p>`,
  );
