import type { ReportDocument } from '@baton/contracts';
import { momentWords } from '../weekends/clocks.js';
import { drawChart } from './pdf-chart.js';
import { Sheet } from './pdf-sheet.js';
import { drawTable } from './pdf-table.js';

const full = { size: 11, margin: 56 };
/** Whatever is to be on one page is set smaller until it is; what does not fit even then has a second one. */
const ever = [10, 9.5, 9, 8.5, 8, 7.5, 7];

/** A4, tagged for whoever has it read out, with the font it needs inside. */
export async function reportPdf(
  report: ReportDocument,
  { onOnePage }: { onOnePage: boolean },
): Promise<Buffer> {
  if (!onOnePage) return draw(report, full).end(footerOf(report));
  for (const size of ever) {
    const sheet = draw(report, { size, margin: 40 });
    if (sheet.pages === 1 || size === ever.at(-1)) return sheet.end(footerOf(report));
  }
  throw new Error('there is no size to set it in');
}

const footerOf = ({ title, madeAt, zone }: ReportDocument): string =>
  `${title} · made on ${momentWords(madeAt, zone)}`;

function draw(report: ReportDocument, { size, margin }: { size: number; margin: number }): Sheet {
  const sheet = new Sheet(report, size, margin);
  sheet.heading(1, report.title);
  sheet.paragraph(report.line, { isSoft: true });
  for (const { heading, blocks } of report.sections) {
    sheet.heading(2, heading, blocks[0]?.kind === 'table' ? 7 : 2);
    for (const block of blocks) {
      if (block.kind === 'table') {
        drawTable(sheet, block, report.zone);
        drawChart(sheet, block);
      } else sheet.paragraph(block.text, { indent: block.kind === 'given' ? 12 : 0 });
    }
  }
  return sheet;
}
