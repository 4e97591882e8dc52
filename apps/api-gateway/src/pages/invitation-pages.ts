import type { OutputOf, viewInvitation } from '@baton/contracts';
import { invitationPath } from '../members/mail-invitation.js';
import { html } from './html.js';
import { page } from './layout.js';
import { hidden, rememberThis } from './sign-in-pages.js';

/** Where the link in an invitation leads. Opening it changes nothing: only the button accepts. */
export const invitationPage = (token: string, { charity, role }: OutputOf<typeof viewInvitation>): string =>
  page(
    'An invitation',
    html`<h1>Join the team of ${charity}</h1>
<p>You are invited as ${role === 'owner' || role === 'analyst' ? 'an' : 'a'} ${role}.</p>
<form method="post" action="${invitationPath}">
${hidden('token', token)}
${rememberThis()}
<button type="submit">Join the team</button>
</form>
<p>Were you not expecting this? Then close the page: nothing has happened.</p>`,
  );

export const brokenInvitationPage = (message: string): string =>
  page(
    'An invitation',
    html`<h1>This invitation does not work</h1>
<div class="panel" role="alert"><p>${message}</p></div>
<p><a href="/sign-in">Go to the sign-in</a></p>`,
  );

/** For somebody who is known already: an invitation opens nothing they have. */
export const joinedPage = (slug: string): string =>
  page(
    'Welcome',
    html`<h1>You are on the team now</h1>
<p>You have signed in to Baton before. Please go on as always.</p>
<p><a href="/manager?charity=${slug}">Go to the charity’s page</a> or <a href="/sign-in">sign in</a></p>`,
  );
