import type { OutputOf, viewWeekendNotes } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';

export interface NotesView {
  readonly slug: string;
  readonly takeoverId: string;
  readonly kept: OutputOf<typeof viewWeekendNotes>;
  /** What somebody typed that was not taken, and why. */
  readonly refused?: { readonly text: string; readonly forReport: boolean; readonly problem: string };
}

/** Where somebody else wrote meanwhile, theirs are shown above and one’s own stay in the field. */
export const notesForm = ({ slug, takeoverId, kept, refused }: NotesView): Html =>
  html`<h2 id="notes">Your notes on this weekend</h2>
${trouble(refused?.problem)}
${refused && refused.text !== kept.text && kept.version > 0 ? html`<p>What is kept now:</p><blockquote class="typed">${kept.text}</blockquote>` : null}
<form method="post" action="/c/${slug}/reports/notes">${hidden('takeoverId', takeoverId)}<input type="hidden" name="version" value="${kept.version}">
<label for="text">For the managers alone, unless you say otherwise</label>
<textarea id="text" name="text" maxlength="5000">${refused?.text ?? kept.text}</textarea>
<label class="choice"><input type="checkbox" name="forReport" value="yes"${(refused?.forReport ?? kept.forReport) ? html` checked` : null}> Show them in the report, to trustees too</label>
<button type="submit">Save the notes</button></form>`;

/** The form alone: for when the report is not to be had, and what was typed must not be lost with it. */
export const notesPage = (view: NotesView): string =>
  page(
    'Not saved yet',
    html`<h1>Not saved yet</h1>
${notesForm(view)}
<p><a href="/c/${view.slug}/reports">All reports</a></p>`,
  );
