import type { ReportTable } from '@baton/contracts';
import { cellWords, isNumeric } from './cell-words.js';
import { accent, bold, ink, plain, rule, type Sheet, type Tagged } from './pdf-sheet.js';

interface Grid {
  readonly widths: readonly number[];
  readonly isFigure: readonly boolean[];
  readonly size: number;
}

const apart = 8;

/** A table whose header stands again at the top of every page it goes on to. */
export function drawTable(sheet: Sheet, table: ReportTable, zone: string): void {
  const head = table.columns.map(({ name }) => name);
  const rows = table.rows.map((row) =>
    table.columns.map(({ unit }, index) => cellWords(row[index] ?? null, unit, zone)),
  );
  const isFigure = table.columns.map(({ unit }) => isNumeric(unit));
  const grid: Grid = {
    widths: widthsOf(sheet, [head, ...rows], isFigure),
    isFigure,
    size: sheet.size * 0.92,
  };
  sheet.keepTogether(sheet.size * 6);
  const tagged = sheet.begin('Table');
  captionOf(sheet, tagged, table.caption);
  drawRow(sheet, grid, head, { into: tagged, isHead: true });
  for (const row of rows) {
    if (sheet.keepTogether(heightOf(sheet, grid, row, false)))
      sheet.ornament(() => drawRow(sheet, grid, head, { into: null, isHead: true }));
    drawRow(sheet, grid, row, { into: tagged, isHead: false });
  }
  tagged.end();
  sheet.gap(0.8);
}

function captionOf(sheet: Sheet, tagged: Tagged, caption: string): void {
  const { doc, left, width, size } = sheet;
  tagged.add(
    doc.struct('Caption', {}, () => {
      doc.font(bold).fontSize(size).fillColor(ink).text(caption, left, doc.y, { width });
    }),
  );
  sheet.gap(0.2);
}

/** Figures are never broken: their columns are as wide as what is in them. Words share what is left, by how much they need. */
function widthsOf(
  sheet: Sheet,
  rows: readonly (readonly string[])[],
  isFigure: readonly boolean[],
): number[] {
  const { doc, width, size } = sheet;
  doc.font(bold).fontSize(size * 0.92);
  const natural = isFigure.map((_, index) =>
    Math.max(...rows.map((row) => doc.widthOfString(row[index] ?? '') + apart + slack)),
  );
  const sum = (ofFigures: boolean) =>
    natural.reduce((all, one, index) => (isFigure[index] === ofFigures ? all + one : all), 0);
  const share = Math.max(0.3 * width, width - sum(true)) / sum(false);
  return natural.map((one, index) => (isFigure[index] ? one : one * share));
}
/** What rounding may cost. */
const slack = 1;

function heightOf({ doc }: Sheet, { widths, size }: Grid, cells: readonly string[], isHead: boolean): number {
  doc.font(isHead ? bold : plain).fontSize(size);
  const heights = cells.map((cell, index) =>
    doc.heightOfString(cell, { width: (widths[index] ?? 0) - apart }),
  );
  return Math.max(...heights) + size * 0.5;
}

function drawRow(
  sheet: Sheet,
  grid: Grid,
  cells: readonly string[],
  { into, isHead }: { readonly into: Tagged | null; readonly isHead: boolean },
): void {
  const { doc, left, width } = sheet;
  const [top, height] = [doc.y, heightOf(sheet, grid, cells, isHead)];
  const row = into && doc.struct('TR');
  if (row) into?.add(row);
  let x = left;
  for (const [index, cell] of cells.entries()) {
    const at = { x, top, width: (grid.widths[index] ?? 0) - apart };
    const draw = () =>
      drawCell(sheet, grid, cell, { ...at, isBold: isHead, isFigure: grid.isFigure[index] === true });
    if (row) row.add(cellOf(sheet, { isHead, isFirst: index === 0 }, draw));
    else draw();
    x += grid.widths[index] ?? 0;
  }
  row?.end();
  const under = () =>
    doc
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .lineWidth(isHead ? 1 : 0.5)
      .strokeColor(isHead ? accent : rule)
      .stroke();
  if (into) sheet.ornament(under);
  else under();
  doc.x = left;
  doc.y = top + height + grid.size * 0.2;
}

/** The types of pdfkit are older than its scopes. */
type WithScope = PDFKit.Mixins.StructureElementOptions & { readonly scope?: string };

function cellOf(
  { doc }: Sheet,
  { isHead, isFirst }: { isHead: boolean; isFirst: boolean },
  draw: () => void,
): Tagged {
  const options: WithScope = isHead ? { scope: 'Column' } : isFirst ? { scope: 'Row' } : {};
  return doc.struct(isHead || isFirst ? 'TH' : 'TD', options, draw);
}

const drawCell = (
  { doc }: Sheet,
  { size }: Grid,
  text: string,
  {
    x,
    top,
    width,
    isBold,
    isFigure,
  }: { x: number; top: number; width: number; isBold: boolean; isFigure: boolean },
): void => {
  doc
    .font(isBold ? bold : plain)
    .fontSize(size)
    .fillColor(ink);
  doc.text(text, x, top + size * 0.25, { width, align: isFigure ? 'right' : 'left' });
};
