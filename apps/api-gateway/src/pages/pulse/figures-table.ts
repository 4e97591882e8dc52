import type { PulseFigures } from '@baton/contracts';
import { Html, html } from '../html.js';
import { questions, tapWords } from './pulse-words.js';

/** A table a question: three columns of figures beside it do not fit the narrowest phone. */
export const figuresTables = (figures: PulseFigures): Html =>
  html`${(['lessAlone', 'learned'] as const).map(
    (name) =>
      html`<table><caption>${questions[name]}</caption><tbody>${(['yes', 'aLittle', 'no'] as const).map(
        (tap) => html`<tr><th scope="row">${tapWords[tap]}</th><td>${figures[name][tap]}</td></tr>`,
      )}</tbody></table>`,
  )}`;

/** For pages with a table: cells apart, and numbers where one looks for them. */
export const tableStyle = new Html(
  'table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: left; font-weight: 700; } th { font-weight: 400; } th, td { text-align: left; padding: .5rem .25rem; border-bottom: 1px solid var(--line); vertical-align: top; } td { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; }',
);
