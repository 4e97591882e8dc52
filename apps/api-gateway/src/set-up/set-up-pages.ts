import type { listAboard, OutputOf, viewSetUp } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { html } from '../pages/html.js';
import { moment, page } from '../pages/layout.js';
import { hidden } from '../pages/sign-in-pages.js';

type SetUp = OutputOf<typeof viewSetUp>;
type Waiting = OutputOf<typeof listAboard>['waiting'][number];

const marks = { done: '✓ done', missing: '○ to do', needsAttention: '! needs you' } as const;

/** How far the set-up has come. The state of a step is a word beside its mark: nothing is told by a colour or a sign alone. */
export const setUpPage = (
  { name, slug }: Charity,
  { steps, progress, readyForHandover, stillMissing }: SetUp,
): string =>
  page(
    `The set-up of ${name}`,
    html`<h1>The set-up of ${name}</h1>
<p><label for="progress">${progress.done} of ${progress.of} steps are done</label>
<progress id="progress" max="${progress.of}" value="${progress.done}"></progress></p>
<div class="panel" role="status">${
      readyForHandover
        ? html`<p><strong>Ready:</strong> the first handover can open.</p>`
        : html`<p><strong>Before the first handover can open:</strong></p><ul>${stillMissing.map((words) => html`<li>${words}</li>`)}</ul>`
    }</div>
<h2>Step by step</h2>
<ol>${steps.map(
      (
        step,
      ) => html`<li><p><strong>${step.title}</strong>: ${marks[step.state]}${step.needed ? '' : ' (can wait)'}</p>
${step.words ? html`<p class="soft">${step.words}</p>` : null}</li>`,
    )}</ol>
<p><a href="/manager?charity=${slug}">The weekend</a> <a href="/c/${slug}/audit">The audit</a></p>`,
  );

/** Whom the operator has to decide about. A yes and a no are both confirmed by a fresh proof of who is asking. */
export const waitingPage = (waiting: readonly Waiting[], said?: string): string =>
  page(
    'Charities that wait',
    html`<h1>Charities that wait to come aboard (${waiting.length})</h1>
${said ? html`<div class="panel" role="status"><p>${said}</p></div>` : null}
${waiting.length === 0 ? html`<p class="soft">Nobody waits.</p>` : waiting.map(panelOf)}`,
  );

const panelOf = (charity: Waiting) => html`<section class="panel"><h2>${charity.name}</h2>
<p>${charity.slug} · ${charity.zone} · ${charity.registrationNumber || 'no registration number'}</p>
<p>${charity.contactEmail}, confirmed ${moment(charity.confirmedAt, 'UTC')} (UTC)</p>
${charity.looksLike.length > 0 ? html`<p><strong>Look twice:</strong> the name looks like ${charity.looksLike.join(', ')}.</p>` : null}
${charity.numberLooksOdd ? html`<p><strong>Look twice:</strong> the number is not of the shape that country’s register uses.</p>` : null}
<form method="post" action="/operator/approve">${hidden('charityId', charity.charityId)}
<label for="slug-${charity.charityId}">Its short name</label>
<input id="slug-${charity.charityId}" name="slug" value="${charity.slug}" required>
<button type="submit">Let ${charity.name} in</button></form>
<form method="post" action="/operator/decline">${hidden('charityId', charity.charityId)}
<label for="reason-${charity.charityId}">Or why not, in words that are mailed to them</label>
<input id="reason-${charity.charityId}" name="reason" minlength="10" maxlength="1000" required>
<button type="submit">Decline ${charity.name}</button></form></section>`;
