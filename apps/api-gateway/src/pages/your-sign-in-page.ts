import type { listSessions, OutputOf, viewSignInMethods } from '@baton/contracts';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { passkeyForm } from './passkey-form.js';
import { hidden } from './sign-in-pages.js';

type Session = OutputOf<typeof listSessions>['sessions'][number];
type Methods = OutputOf<typeof viewSignInMethods>;

const home = '/your-sign-in';

const day = (date: string): Html =>
  html`<time datetime="${date}">${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))}</time>`;

/** A button that does one thing; what it does it to is said in its words, for whoever hears the page. */
const button = (path: string, field: string, value: string, words: string): Html =>
  html`<form method="post" action="${home}/${path}">${hidden(field, value)}<button type="submit">${words}</button></form>`;

const sessionItem = (session: Session): Html => html`<li class="panel">
<p><strong>${session.device}</strong>${session.isThisOne ? ' (this one)' : null}</p>
<p class="soft">Since ${day(session.openedOn)}, last used ${day(session.lastUsedOn)}</p>
${session.isThisOne ? null : button('end-session', 'sessionId', session.sessionId, `Sign out ${session.device}`)}
</li>`;

const sessionList = (sessions: readonly Session[]): Html => html`<h2>Where you are signed in</h2>
<ul class="plain">${sessions.map(sessionItem)}</ul>
${
  sessions.length > 1
    ? html`<form method="post" action="${home}/end-others"><button type="submit">Sign out everywhere else</button></form>`
    : null
}
<form method="post" action="/sign-out"><button type="submit">Sign out here</button></form>`;

const passkeys = ({ passkeys: kept }: Methods): Html => html`<h2>Passkeys</h2>
<p>A passkey signs you in with your phone or computer, without a mail.</p>
<ul class="plain">${kept.map(
  ({ passkeyId, name, addedOn }) => html`<li class="panel"><p><strong>${name}</strong></p>
<p class="soft">Since ${day(addedOn)}</p>
${button('remove-passkey', 'passkeyId', passkeyId, `Remove ${name}`)}</li>`,
)}</ul>
${passkeyForm(
  'create',
  `${home}/passkey`,
  'Add a passkey',
  html`<label for="name">What you call it</label><input id="name" name="name" maxlength="60" value="My device" required>`,
)}`;

const secondFactor = ({ secondFactor: is }: Methods): Html => html`<h2>Authenticator app</h2>
${
  is === 'on'
    ? html`<p>After a mail we ask for a code from your app.</p>
<form method="post" action="${home}/backup-codes"><button type="submit">New backup codes</button></form>
<form method="post" action="${home}/remove-second-factor"><button type="submit">Do without the app</button></form>`
    : html`<p>With an app on your phone, a mail alone signs nobody in as you.</p>
<form method="post" action="${home}/second-factor"><button type="submit">Set up an app</button></form>`
}`;

const devices = ({ devices: known }: Methods): Html | null =>
  known.length === 0
    ? null
    : html`<h2>Devices we know again</h2>
<ul class="plain">${known.map(
        ({ deviceId, device, forgottenOn }) => html`<li class="panel"><p><strong>${device}</strong></p>
<p class="soft">Until ${day(forgottenOn)}</p>
${button('forget-device', 'deviceId', deviceId, `Forget ${device}`)}</li>`,
      )}</ul>`;

/** Everything about signing in that is one's own. Curators sign in by mail alone, so they see their sessions. */
export const yourSignInPage = (sessions: readonly Session[], methods: Methods | undefined): string =>
  page(
    'Your sign-in',
    html`<h1>Your sign-in</h1>
${sessionList(sessions)}
${methods ? [passkeys(methods), secondFactor(methods), devices(methods)] : null}`,
  );

/** Shown once. */
export const backupCodesPage = (codes: readonly string[]): string =>
  page(
    'Your backup codes',
    html`<h1>Your backup codes</h1>
<p>Keep them where you find them without your phone. Each works once. We show them only now.</p>
<pre>${codes.join('\n')}</pre>
<p><a href="${home}">I have kept them</a></p>`,
  );

/** Shown once, until a code of the app proves that it is set up. */
export const setUpAppPage = (
  app: { uri: string; secret: string; backupCodes: readonly string[] } | undefined,
  message?: string,
): string =>
  page(
    'Set up an app',
    html`<h1>Set up an app</h1>
${message ? html`<div class="panel" role="alert"><p>${message}</p></div>` : null}
${
  app
    ? html`<p>Open this link on the phone that has the app, or type the key into the app:</p>
<p><a href="${app.uri}">Open in my app</a></p>
<pre>${app.secret.replace(/(.{4})/g, '$1 ').trim()}</pre>
<p>Keep these backup codes where you find them without your phone. Each works once. We show them only now.</p>
<pre>${app.backupCodes.join('\n')}</pre>`
    : null
}
<form method="post" action="${home}/confirm-second-factor">
<label for="code">The six digits your app shows</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required>
<button type="submit">Turn it on</button>
</form>`,
  );
