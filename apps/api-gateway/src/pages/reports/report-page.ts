import type { ReportDocument, ReportSection, ReportTable } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { teamPlaces } from '../team/team-places.js';
import { cellWords, isNumeric } from './cell-words.js';
import { chartOf } from './report-chart.js';
import { reportStyle } from './report-style.js';

interface Around {
  readonly slug: string;
  /** Where the same report is as another file, and where others are. */
  readonly links: readonly { readonly to: string; readonly words: string }[];
  readonly below?: Html | null;
}

export const reportPage = (report: ReportDocument, { slug, links, below = null }: Around): string =>
  page(
    report.title,
    html`<h1>${report.title}</h1>
<p>${report.line}</p>
<p class="acts">${links.map(({ to, words }) => html`<a href="${to}">${words}</a> `)}</p>
${report.sections.map((section) => sectionOf(section, report.zone))}
<p class="soft">Made on ${moment(report.madeAt, report.zone)}.</p>
${below}
${teamPlaces(slug, 'reports')}`,
    null,
    { ownStyle: reportStyle },
  );

const sectionOf = ({ heading, blocks }: ReportSection, zone: string): Html =>
  html`<h2>${heading}</h2>${blocks.map((block) => {
    if (block.kind === 'table') return tableOf(block, zone);
    return block.kind === 'given'
      ? html`<blockquote class="typed">${block.text}</blockquote>`
      : html`<p>${block.text}</p>`;
  })}`;

/** Roles are named, because a table that is shown as a list is none any more to whoever listens to it. */
function tableOf(table: ReportTable, zone: string): Html {
  const { caption, columns, rows } = table;
  return html`<table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ name, unit }) => html`<th role="columnheader" scope="col"${isNumeric(unit) ? html` class="figure"` : null}>${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row">${columns.map(({ name, unit }, index) => {
        const words = cellWords(row[index] ?? null, unit, zone);
        return index === 0
          ? html`<th role="rowheader" scope="row">${words}</th>`
          : html`<td role="cell" data-name="${name}"${isNumeric(unit) ? html` class="figure"` : null}>${words}</td>`;
      })}</tr>`,
  )}</tbody></table>${chartOf(table)}`;
}
