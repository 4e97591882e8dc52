import type { PulseFigures } from '@baton/contracts';
import { Html, html } from '../html.js';
import { questions, tapWords } from './pulse-words.js';

/** Counts, and shares only where there are answers. */
export const figuresTable = (figures: PulseFigures): Html =>
  html`<table class="figures"><thead><tr><th scope="col">Question</th>${Object.values(tapWords).map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
<tbody>${(['lessAlone', 'learned'] as const).map(
    (name) =>
      html`<tr><th scope="row">${questions[name]}</th>${(['yes', 'aLittle', 'no'] as const).map((tap) => html`<td>${figures[name][tap]}</td>`)}</tr>`,
  )}</tbody></table>`;

/** For pages with a table: cells apart, and numbers where one looks for them. */
export const tableStyle = new Html(
  'table { border-collapse: collapse; width: 100%; margin: 1rem 0; } th, td { text-align: left; padding: .5rem .25rem; border-bottom: 1px solid var(--line); vertical-align: top; } td { font-variant-numeric: tabular-nums; }',
);
