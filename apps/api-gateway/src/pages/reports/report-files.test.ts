import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { sampleReports } from '../../rehearsal/reports/sample-reports.js';
import { barsOf } from './bars-of-chart.js';
import { reportCsv } from './report-csv.js';
import { reportPage } from './report-page.js';
import { reportPdf } from './report-pdf.js';

/** RFC 4180, read by a reader of our own: fields, in quotes or not, and lines that end with CR LF. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const names = Object.keys(sampleReports) as (keyof typeof sampleReports)[];

describe('a report as a CSV', () => {
  it.each(names)('has five fields in every line: %s', (name) => {
    const csv = reportCsv(sampleReports[name]);
    expect(csv.startsWith('\uFEFFSection,Table,Row,Figure,Value\r\n')).toBe(true);
    const lines = readCsv(csv);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((fields) => fields.length !== 5)).toEqual([]);
  });

  it('keeps quotes, commas and lines of what people wrote, and lets no name be a formula', () => {
    const notes = readCsv(reportCsv(sampleReports.takeover)).find(([section]) => section?.includes('noted'));
    expect(notes?.[4]).toContain('Robin was wonderful.\nThe crisis was a worry about a friend, who is well;');
    const season = readCsv(reportCsv(sampleReports.season));
    const curators = season.filter(([, , , figure]) => figure === 'Curator').map(([, , , , value]) => value);
    expect(curators).toHaveLength(78);
    expect(curators[3]).toBe("'=SUM(A1)");
    expect(curators[5]).toBe('Wren & “Son”');
    expect(season.flat().filter((field) => /^[=+@]/.test(field))).toEqual([]);
  });

  it('has what followers wrote, each in a line of its own', () => {
    const lines = readCsv(reportCsv(sampleReports.takeover));
    const wrote = lines
      .filter(([section]) => section === 'What followers wrote')
      .map(([, , , , value]) => value);
    expect(wrote.slice(1)).toEqual(['“Thank you”, from Leeds.\nI laughed.', "'=1+1 of us, then."]);
  });

  it('has raw figures, below nought too', () => {
    const change = readCsv(reportCsv(sampleReports.season)).find(
      ([, , row, figure]) => row === 'After the weekend' && figure === 'Change',
    );
    expect(change?.[4]).toBe('-0.81');
  });
});

describe('a report as a PDF', () => {
  it.each(names)('is tagged, says its language and title, and brings its fonts along: %s', async (name) => {
    const pdf = (await reportPdf(sampleReports[name], { onOnePage: false })).toString('latin1');
    for (const part of [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (en-GB)',
      '/FontFile2',
      '/DisplayDocTitle true',
    ])
      expect({ part, isThere: pdf.includes(part) }).toEqual({ part, isThere: true });
    expect(tagsOf(pdf)).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));
  });

  it('tells of each chart in words, and marks the heads of its tables', async () => {
    const pdf = (await reportPdf(sampleReports.season, { onOnePage: false })).toString('latin1');
    const charts = sampleReports.season.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'table' && block.chart !== null),
    );
    expect(tagsOf(pdf).filter((tag) => tag === 'Figure')).toHaveLength(charts.length);
    expect(pdf.match(/\/Alt /g)).toHaveLength(charts.length);
    expect(pdf.match(/\/Scope \/Column/g)?.length).toBeGreaterThan(10);
    expect(pdf.match(/\/Scope \/Row/g)?.length).toBeGreaterThan(78);
  });

  it.each(['assurance', 'assuranceOfOne', 'emptyAssurance'] as const)(
    'is one page for trustees: %s',
    async (name) => {
      expect(pagesOf(await reportPdf(sampleReports[name], { onOnePage: true }))).toBe(1);
    },
  );

  it('goes on to other pages where it is long, and numbers them', async () => {
    const pdf = await reportPdf(sampleReports.season, { onOnePage: false });
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(artifactsOf(pdf)).toBeGreaterThanOrEqual(pagesOf(pdf));
  });
});

const tagsOf = (pdf: string): string[] => [...pdf.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag ?? '');
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** How often a page says that what follows is its number. */
function artifactsOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  let found = 0;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const from = text.indexOf('\n', index) + 1;
    const end = text.indexOf('endstream', from);
    if (text.slice(index - 3, index) === 'end') continue;
    try {
      found +=
        inflateSync(pdf.subarray(from, end))
          .toString('latin1')
          .match(/\/Pagination/g)?.length ?? 0;
    } catch {
      // A font, or something else that is not packed so.
    }
  }
  return found;
}

describe('a report as a page', () => {
  it.each(names)('has every figure of its charts in the table beside it: %s', (name) => {
    const report = sampleReports[name];
    const shown = reportPage(report, { slug: 'heron', links: [] });
    const tables = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    expect(shown.match(/<table role="table">/g)?.length ?? 0).toBe(tables.length);
    const charts = tables.flatMap((table) => barsOf(table) ?? []);
    expect(shown.match(/role="img" aria-label="[^"]+"/g)?.length ?? 0).toBe(charts.length);
    for (const { bars } of charts)
      expect(bars.every(({ from, to }) => from >= 0 && from <= to && to <= 1)).toBe(true);
  });

  it('is honest about too few answers, and about a season without one', () => {
    const few = JSON.stringify(sampleReports.seasonOfFew);
    expect(few).toContain('Too few answers to say: 4. From 10 on there are figures.');
    expect(few).toContain('too few answers to say: 3 people answered both times.');
    expect(JSON.stringify(sampleReports.emptySeason)).toContain('nothing to show yet');
    expect(JSON.stringify(sampleReports.emptyAssurance)).toContain('There was no takeover on these days.');
  });
});
