import type { Brand, OutputOf, viewCertificate } from '@baton/contracts';
import { Html, html } from '../html.js';
import { page } from '../layout.js';
import { type Problems, problem } from '../nominations/nominee-form.js';

type Certificate = OutputOf<typeof viewCertificate>;

export interface CertificateView {
  readonly certificate: Certificate;
  readonly slug: string;
  readonly brand: Brand | null;
  /** What stands on it: the name they go by here, or another one, which is kept nowhere. */
  readonly name: string;
}

/** Prints on one sheet, lying. Names no illness: it may hang where anybody sees it. */
export function certificatePage(view: CertificateView, problems: Problems = {}): string {
  const { certificate, slug, brand, name } = view;
  return page(
    'Your certificate',
    html`<article class="certificate">
${brand?.logoDescription ? html`<p><img class="logo" src="/c/${slug}/logo" alt="${brand.logoDescription}"></p>` : null}
<h1>${certificate.charityName} thanks</h1>
<p class="name">${name}</p>
<p>who had our account on X from ${day(certificate.openedAt, certificate)} to ${day(certificate.closedAt, certificate)}.</p>
<p>${timesWords(certificate.takeovers)}</p>
</article>
<div class="on-screen">
<p>To print it, or to keep it as a PDF, use the menu of your browser.</p>
<form method="post" action="/curator/certificate/${certificate.takeoverId}">
<label for="name">Another name on it? It is not stored anywhere</label>
${problem(problems, 'name')}
<input id="name" name="name" value="${name}" maxlength="100" autocomplete="off" required>
<button type="submit">Show it with this name</button>
</form>
<p><a href="/curator/part">Back to your part</a></p>
</div>`,
    brand,
    { ownStyle: styleFor(brand) },
  );
}

const day = (instant: string, { zone }: Certificate): Html =>
  html`<time datetime="${instant}">${new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone }).format(new Date(instant))}</time>`;

const timesWords = (takeovers: number): string =>
  takeovers === 1
    ? 'Thank you for your time, and for what you gave of yourself.'
    : `You have done it ${takeovers} times. Thank you.`;

/** On paper, which is light, whatever the screen is: in the colour that the charity chose for that. */
const styleFor = (brand: Brand | null): Html =>
  new Html(`
.certificate { border: 6px double var(--accent); border-radius: 12px; padding: 2rem 1.25rem; text-align: center; margin-bottom: 2rem; }
.certificate .name { font-size: 2.25rem; line-height: 1.25; font-weight: 700; color: var(--accent); }
@page { size: landscape; margin: 1.5cm; }
@media print {
  :root { --paper: #fff; --ink: #000; --accent: ${brand?.colour ?? '#4b1f86'}; }
  body { max-width: none; padding: 0; }
  header, footer, .skip, .on-screen { display: none; }
  .certificate { padding: 3cm 2cm; font-size: 1.5rem; break-inside: avoid; }
  .certificate .name { font-size: 3.5rem; }
}
`);
