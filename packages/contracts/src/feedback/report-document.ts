import { z } from 'zod';
import { Instant } from '../define/ids.js';

/** How a column is to be read. `percent`: 0 to 100. `change`, `gain`: shown with its sign, with decimals and whole. `dollars`: US. `moment`: an instant. */
export const ColumnUnit = z.enum([
  'text',
  'count',
  'score',
  'percent',
  'change',
  'gain',
  'dollars',
  'moment',
]);
export type ColumnUnit = z.infer<typeof ColumnUnit>;

const Column = z.object({ name: z.string(), unit: ColumnUnit });

/** Null is shown as “–”. */
const Cell = z.union([z.string(), z.number(), z.null()]);
export type ReportCell = z.infer<typeof Cell>;

/** Drawn from columns of the table it stands beside, which says the same in full. Columns by their place, from 0. */
export const ReportChart = z.object({
  kind: z.enum(['bars', 'ranges']),
  label: z.int(),
  value: z.int(),
  low: z.int().optional(),
  high: z.int().optional(),
  from: z.number(),
  to: z.number(),
  /** For whoever does not see it. */
  alt: z.string(),
});
export type ReportChart = z.infer<typeof ReportChart>;

export const ReportTable = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(Column),
  rows: z.array(z.array(Cell)),
  chart: ReportChart.nullable(),
});
export type ReportTable = z.infer<typeof ReportTable>;

/** `given`: as somebody wrote it, line breaks and all. */
const Prose = z.object({ kind: z.enum(['prose', 'given']), text: z.string() });

export const ReportSection = z.object({
  heading: z.string(),
  blocks: z.array(z.discriminatedUnion('kind', [Prose, ReportTable])),
});
export type ReportSection = z.infer<typeof ReportSection>;

/** A report as it is read, whatever it is printed on: a page, a PDF and a CSV are made of nothing else. */
export const ReportDocument = z.object({
  title: z.string(),
  /** Of whom, and of which days. */
  line: z.string(),
  zone: z.string(),
  madeAt: Instant,
  sections: z.array(ReportSection),
});
export type ReportDocument = z.infer<typeof ReportDocument>;
