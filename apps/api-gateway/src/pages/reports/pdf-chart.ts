import type { ReportTable } from '@baton/contracts';
import { type Bar, barsOf } from './bars-of-chart.js';
import { accent, ink, plain, rule, type Sheet } from './pdf-sheet.js';

/** The same chart as on the page, a line of it for each row. */
export function drawChart(sheet: Sheet, table: ReportTable): void {
  const chart = barsOf(table);
  if (!chart || chart.bars.length === 0) return;
  const line = sheet.size * 2.5;
  sheet.picture(chart.alt, line * chart.bars.length, (top) => {
    for (const [index, bar] of chart.bars.entries()) {
      const { doc, left, width, size } = sheet;
      const y = top + index * line;
      doc
        .font(plain)
        .fontSize(size * 0.85)
        .fillColor(ink)
        .text(bar.label, left, y, { width, lineBreak: false });
      drawBar(sheet, bar, {
        y: y + size * 1.15,
        height: size * 0.95,
        isBar: chart.kind === 'bars',
        nought: chart.nought,
      });
    }
  });
}

function drawBar(
  { doc, left, width }: Sheet,
  { from, to, low, high }: Bar,
  { y, height, isBar, nought }: { y: number; height: number; isBar: boolean; nought: number | null },
): void {
  const x = (part: number) => left + part * width;
  const middle = y + height / 2;
  doc.rect(left, y, width, height).lineWidth(0.5).strokeColor(rule).stroke();
  if (isBar)
    doc
      .rect(x(from), y, Math.max(1, x(to) - x(from)), height)
      .fillColor(accent)
      .fill();
  if (nought !== null)
    doc
      .moveTo(x(nought), y)
      .lineTo(x(nought), y + height)
      .lineWidth(1)
      .strokeColor(rule)
      .stroke();
  if (low !== null && high !== null) {
    // White around the ink, so that it is seen on a bar as well as beside it.
    for (const [colour, wide] of [
      ['#ffffff', 3],
      [ink, 1.2],
    ] as const) {
      doc.lineWidth(wide).strokeColor(colour).moveTo(x(low), middle).lineTo(x(high), middle).stroke();
      for (const end of [low, high])
        doc
          .moveTo(x(end), middle - height * 0.3)
          .lineTo(x(end), middle + height * 0.3)
          .stroke();
    }
  }
  if (!isBar)
    doc
      .rect(x(to) - 2.5, middle - height * 0.35, 5, height * 0.7)
      .fillColor(accent)
      .fill();
}
