import type { Exposure } from '@baton/contracts';
import { type Html, html } from './html.js';

const ids = new Set(['postId', 'mentionId', 'takeoverId']);

/** What may be hard to read stays closed until somebody asks for it, and that is counted. */
export const lookForm = (
  of: { readonly postId: string } | { readonly mentionId: string; readonly takeoverId: string },
  slug: string,
  { inLastDay, suggestion }: Exposure,
): Html => html`<form method="post" action="/manager/looks?charity=${slug}">${Object.entries(of).flatMap(([name, id]) => (ids.has(name) ? [html`<input type="hidden" name="${name}" value="${id}">`] : []))}
${suggestion ? html`<p>${suggestion}</p><label class="choice"><input type="checkbox" name="evenSo" value="true"> Nobody else is there: I look even so</label>` : null}
<p class="soft">Looked at in the last day: ${inLastDay}</p>
<button type="submit">Show me the words</button></form>`;
