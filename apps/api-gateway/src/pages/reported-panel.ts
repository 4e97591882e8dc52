import type { Exposure, listReported, OutputOf, ReportOutcome, ReportReason } from '@baton/contracts';
import { type Html, html } from './html.js';
import { moment } from './layout.js';
import { lookForm } from './look-form.js';

type Reported = OutputOf<typeof listReported>['reported'][number];

const reasonWords: Readonly<Record<ReportReason, string>> = {
  inDanger: 'Its writer may be in danger',
  threat: 'A threat',
  harassment: 'Harassment',
  personalDetails: 'It tells who somebody is',
  spam: 'Spam',
  other: 'Something else',
};

const outcomeWords: Readonly<Record<ReportOutcome, string>> = {
  mutedForAll: 'I muted its writer for everybody',
  reportedToX: 'I reported it to X',
  emergencyServices: 'I called the emergency services',
  answered: 'I answered it',
  nothing: 'Nothing was to be done',
};

/** What a follower wrote and somebody told the team about; its words when they ask for them. */
export const reportedPanel = (
  { mentionId, takeoverId, reason, note, from, text, hidden, reportedAt, url }: Reported,
  { zone, slug, exposure }: { readonly zone: string; readonly slug: string; readonly exposure: Exposure },
): Html => html`<section class="panel"><p><strong>${reasonWords[reason]}</strong>, since ${moment(reportedAt, zone)}.</p>
${
  hidden
    ? html`<p class="soft">Hidden, because it may be hard to read. Look when you are ready.</p>${lookForm({ mentionId, takeoverId }, slug, exposure)}`
    : html`<p class="typed">@${from}: ${text}</p>${note ? html`<p>Whoever reported it says: <span class="typed">${note}</span></p>` : null}<p><a href="${url}" rel="noreferrer">See it on X</a></p>`
}
<form method="post" action="/manager/reports?charity=${slug}"><input type="hidden" name="mentionId" value="${mentionId}">
<label for="done-${mentionId}">What was done?</label>
<select id="done-${mentionId}" name="outcome">${Object.entries(outcomeWords).map(
  ([outcome, words]) => html`<option value="${outcome}">${words}</option>`,
)}</select>
<button type="submit">I have seen to it</button></form></section>`;
