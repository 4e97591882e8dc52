import type { ReportTable } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { type Bar, barsOf, type DrawnChart } from './bars-of-chart.js';

/** A picture of the table that it follows: whoever does not see it is told in a sentence, and reads the table. */
export function chartOf(table: ReportTable): Html | null {
  const chart = barsOf(table);
  if (!chart || chart.bars.length === 0) return null;
  return html`<div class="chart" role="img" aria-label="${chart.alt}">${chart.bars.map((bar) => barOf(bar, chart))}</div>`;
}

const wide = 1000;
const tall = 24;
const x = (part: number): number => Math.round(part * wide);

const barOf = (bar: Bar, { kind, nought }: DrawnChart): Html =>
  html`<p>${bar.label}</p>
<svg viewBox="0 0 ${wide} ${tall}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
${kind === 'bars' ? html`<rect class="bar" x="${x(bar.from)}" y="4" width="${Math.max(2, x(bar.to) - x(bar.from))}" height="16"/>` : null}
${nought === null ? null : upright('nought', nought, 0, tall)}
${bar.low === null || bar.high === null ? null : ['around', 'range'].map((name) => rangeOf(name, [bar.low ?? 0, bar.high ?? 0]))}
${kind === 'ranges' ? html`<rect class="middle" x="${x(bar.to) - 6}" y="5" width="12" height="14"/>` : null}
</svg>`;

const upright = (name: string, at: number, from: number, to: number): Html =>
  html`<line class="${name}" x1="${x(at)}" x2="${x(at)}" y1="${from}" y2="${to}"/>`;

const rangeOf = (name: string, [low, high]: readonly [number, number]): Html =>
  html`<line class="${name}" x1="${x(low)}" x2="${x(high)}" y1="12" y2="12"/>${upright(name, low, 6, 18)}${upright(name, high, 6, 18)}`;
