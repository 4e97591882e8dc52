import type { ColumnUnit, ReportCell } from '@baton/contracts';
import { momentWords } from '../weekends/clocks.js';

const number = (least: number, most: number, sign: 'auto' | 'exceptZero' = 'auto') =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: sign,
  });

const forms: Readonly<Record<Exclude<ColumnUnit, 'text' | 'moment'>, (value: number) => string>> = {
  count: (value) => number(0, 1).format(value),
  score: (value) => number(2, 2).format(value),
  percent: (value) => `${number(0, 0).format(value)} %`,
  change: (value) => number(2, 2, 'exceptZero').format(value).replace('-', '−'),
  gain: (value) => number(0, 0, 'exceptZero').format(value).replace('-', '−'),
  dollars: (value) => `$${number(2, 3).format(value)}`,
};

/** As people read it; what is not known is a dash. */
export function cellWords(cell: ReportCell, unit: ColumnUnit, zone: string): string {
  if (cell === null) return '–';
  if (unit === 'moment') return momentWords(String(cell), zone);
  return typeof cell === 'number' && unit !== 'text' ? forms[unit](cell) : String(cell);
}

export const isNumeric = (unit: ColumnUnit): boolean => unit !== 'text' && unit !== 'moment';
