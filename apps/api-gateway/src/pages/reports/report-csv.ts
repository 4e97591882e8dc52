import type { ReportCell, ReportDocument, ReportTable } from '@baton/contracts';

type Field = string | number;

const head = ['Section', 'Table', 'Row', 'Figure', 'Value'] as const;

/**
 * A figure a line, as RFC 4180 has it: every line of five fields, ended by CR and LF. Begins with the mark by which spreadsheets
 * know UTF-8. Numbers are raw: percent from 0 to 100, no thousands apart.
 */
export function reportCsv(report: ReportDocument): string {
  const about = [
    ['', '', '', 'Title', report.title],
    ['', '', '', 'Of', report.line],
    ['', '', '', 'Made at', report.madeAt],
  ] as const;
  const lines = report.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block): Field[][] =>
      block.kind === 'table' ? linesOf(heading, block) : [[heading, '', '', 'In words', block.text]],
    ),
  );
  return `\uFEFF${[head, ...about, ...lines].map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('')}`;
}

const linesOf = (heading: string, { caption, columns, rows }: ReportTable): Field[][] =>
  rows.flatMap((row, index) =>
    columns
      .slice(1)
      .map(({ name }, place) => [
        heading,
        caption,
        row[0] === null || row[0] === undefined ? String(index + 1) : row[0],
        name,
        orNothing(row[place + 1]),
      ]),
  );

const orNothing = (cell: ReportCell | undefined): Field => cell ?? '';

/** A spreadsheet takes a text that begins so for a formula; with an apostrophe before it it stays a text. */
const formula = /^[=+\-@\t\r]/;

function fieldOf(field: Field): string {
  if (typeof field === 'number') return String(field);
  const safe = formula.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
