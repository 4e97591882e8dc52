import type { OutputOf, viewAgreement, viewConsents } from '@baton/contracts';
import { curatorPlaces } from './curator-places.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { plainText } from './plain-text.js';
import { hidden, trouble } from './sign-in-pages.js';

export interface AgreementView {
  readonly agreement: OutputOf<typeof viewAgreement>;
  /** What they said yes to last; null for nothing yet. */
  readonly agreedTo: number | null;
  readonly consents: boolean;
}

export const agreementPage = (view: AgreementView, message?: string): string =>
  page(
    'The agreement',
    html`<h1>The curating agreement</h1>
${trouble(message)}
<p class="soft">Version ${view.agreement.version}</p>
${whereTheyAre(view)}
<div class="panel">${plainText(view.agreement.text)}</div>
${decision(view)}
${curatorPlaces('/curator/agreement')}`,
  );

function whereTheyAre({ agreement, agreedTo }: AgreementView): Html | null {
  if (agreedTo === null) return html`<p>Please read it in your own time. Your yes is at the end.</p>`;
  if (agreedTo === agreement.version) return html`<p><strong>✓ You said yes to this version.</strong></p>`;
  return html`<p>You said yes to version ${agreedTo}. This one is newer. Please read it, and say yes to it if you agree.</p>`;
}

function decision({ agreement, agreedTo, consents }: AgreementView): Html {
  if (!consents) return consentFirst;
  if (agreedTo === agreement.version)
    return html`<p><a class="button" href="/curator">Back to your page</a></p>`;
  return html`<form method="post" action="/curator/agreement">
${hidden('version', String(agreement.version))}${hidden('hash', agreement.hash)}
<button type="submit">Yes, I agree</button>
</form>
<p>Not sure? Ask the team, or <a href="/curator">leave it for now</a>. Nobody is in a hurry.</p>`;
}

const consentFirst = html`<h2>One thing comes first</h2>
<p>We need your consent to post. You took it back, or its time is over. Once you have given it again, you can say yes to
the agreement.</p>
<p><a class="button" href="/curator/consent">Read it and say yes</a></p>`;

export type PostingConsent = OutputOf<typeof viewConsents>['consents'][number];

/** The consent to post, for whoever took it back or whose time is over. */
export const consentPage = ({ state, wording }: PostingConsent, message?: string): string =>
  page(
    'Your consent',
    html`<h1>Your consent to post</h1>
${trouble(message)}
<p class="soft">Version ${wording.version}</p>
<div class="panel">${plainText(wording.text)}</div>
${state === 'given' ? html`<p><strong>✓ You have said yes to this.</strong></p><p><a class="button" href="/curator">Back to your page</a></p>` : askConsent(wording)}
${curatorPlaces()}`,
  );

const askConsent = ({
  version,
  hash,
}: PostingConsent['wording']): Html => html`<form method="post" action="/curator/consent">
${hidden('version', String(version))}${hidden('hash', hash)}
<p>It holds until you take it back, which you can do at any time and without a reason.</p>
<button type="submit">Yes, I consent</button>
</form>
<p><a href="/curator">Not now</a></p>`;
