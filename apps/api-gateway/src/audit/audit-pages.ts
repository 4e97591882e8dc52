import type { listAudit, OutputOf, verifyAudit } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { html } from '../pages/html.js';
import { moment, page } from '../pages/layout.js';
import { teamPlaces } from '../pages/team/team-places.js';

/** Who did what, newest first. People and things are ids: whom they stand for is told elsewhere, to those who may know. */
export function auditPage(
  { name, slug, zone }: Charity,
  { entries, next }: OutputOf<typeof listAudit>,
): string {
  return page(
    'The audit',
    html`<h1>The audit of ${name}</h1>
<p>Who did what, newest first. No line of it can be changed or taken out without being noticed.</p>
<form method="post" action="/c/${slug}/audit/proof"><button type="submit">Prove that it is whole</button></form>
<h2>What was done</h2>
${entries.length === 0 ? html`<p class="soft">Nothing has been noted yet.</p>` : null}
${entries.map(
  ({ number, at, actor, words, about }) => html`<article class="panel">
<p><strong>${actor}</strong> ${words}</p>
<p class="soft">Line ${number}, ${moment(at, zone)}${about ? html`, about ${about}` : null}</p></article>`,
)}
${next === null ? null : html`<p><a href="/c/${slug}/audit?before=${next}">Earlier</a></p>`}
${teamPlaces(slug, 'audit')}`,
  );
}

export function auditProofPage({ name, slug }: Charity, proof: OutputOf<typeof verifyAudit>): string {
  const back = html`<p><a href="/c/${slug}/audit">Back to the audit</a></p>`;
  if (!proof.holds)
    return page(
      'The audit is broken',
      html`<h1>The audit of ${name} is broken</h1>
<p><strong>Line ${proof.broken.number} ${proof.broken.words}</strong></p>
<p>Please tell your trustees and whoever runs Baton for you. Export the audit now, and keep it.</p>${back}`,
    );
  const { number, hash } = proof.head;
  return page(
    'The audit is whole',
    html`<h1>The audit of ${name} is whole</h1>
<p>Every line is as it was written: ${number} of them. Published hashes it agrees with: ${proof.anchors}.</p>
${number > 0 ? html`<p>Write this down, and nobody can cut off the end or write it all anew unnoticed:</p><pre>${number}:${hash}</pre>` : null}${back}`,
  );
}
