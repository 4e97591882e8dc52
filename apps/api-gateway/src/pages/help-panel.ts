import type { SignpostingResource } from '@baton/contracts';
import { type Html, html } from './html.js';

/** Where somebody in distress can turn to, before anything else on the page. */
export const helpPanel = (resources: readonly SignpostingResource[]): Html =>
  html`<section class="panel" role="alert"><p><strong>You are not alone with this. Here is somebody to talk to, now:</strong></p>
<ul>${resources.map(
    ({ name, about, call, text, web }) => html`<li><strong>${name}</strong>: ${about}
${call ? html` Call ${call}.` : null}${text ? html` Text ${text}.` : null}${web ? html` <a href="${web}" rel="noreferrer">${web}</a>` : null}</li>`,
  )}</ul></section>`;
