import { Html } from '../html.js';

/** A table becomes a list of cards where it has no room, and a chart keeps its colours where the system chooses them. */
export const reportStyle = new Html(`
table { width: 100%; border-collapse: collapse; margin: 1rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.chart { margin: 1rem 0; } .chart p { margin: .5rem 0 .125rem; }
.chart svg { display: block; width: 100%; height: 1.5rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); }
.chart .bar { fill: var(--accent); } .chart .around { stroke: var(--paper); stroke-width: 7; vector-effect: non-scaling-stroke; } .chart .range { stroke: var(--ink); stroke-width: 3; vector-effect: non-scaling-stroke; }
.chart .middle { fill: var(--accent); } .chart .nought { stroke: var(--line); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-dasharray: 4 3; }
@media (forced-colors: active) {
  .chart svg { forced-color-adjust: none; background: Canvas; border-color: CanvasText; }
  .chart .bar, .chart .middle { fill: Highlight; } .chart .around { stroke: Canvas; } .chart .range { stroke: CanvasText; } .chart .nought { stroke: GrayText; }
}
@media (max-width: 40rem) {
  thead { position: absolute; left: -999rem; }
  table, caption, tbody, tr, td, th[scope=row] { display: block; }
  tr { border-bottom: 2px solid var(--line); padding: .5rem 0; } td, td.figure, th[scope=row] { border: 0; padding: .125rem 0; text-align: left; }
  td[data-name]::before { content: attr(data-name) ": "; font-weight: 600; }
}
@media print { .acts, .places, footer, header, .skip { display: none; } body { max-width: none; } }
`);
